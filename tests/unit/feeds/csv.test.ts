import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { HistoryEvent } from "#lib/data/review/history/events.ts";
import { csvRecord } from "#lib/feeds/csv.ts";
import { historyCsvHead, historyCsvLines } from "#lib/feeds/history-csv.ts";

test("a record is read back as it was, whatever is in it", () => {
  const field = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom('"', '""', ",", "\r\n", "\n", "a\nb", 'say "yes", now', " ", ""),
  );
  fc.assert(
    fc.property(fc.array(field, { minLength: 1, maxLength: 6 }), (fields) => {
      const [read] = parse(csvRecord(["first", ...fields]), { relax_column_count: true });
      const safe = fields.map((text) => (/^'*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text));
      expect(read).toEqual(["first", ...safe]);
    }),
  );
});

test.each(["=1+1", "+44 20", "-5", "@SUM(A1)", "\tx", "＝1+1"])("no spreadsheet runs %j", (text) => {
  expect(csvRecord([text])).toBe(`'${text}\r\n`);
});

test("ordinary text stands as it is", () => {
  expect(csvRecord(["Night buses", "£1–2", "a=b", "café"])).toBe("Night buses,£1–2,a=b,café\r\n");
});

const event: HistoryEvent = {
  ...({
    id: "1",
    at: new Date("2024-07-01T09:00:00Z"),
    kind: "decline",
    fromState: "in_review",
    toState: "declined",
  } as const),
  ...{ caseStudyId: "2", versionId: "3", version: 1, revision: 2, title: "Bins", council: "Kent County Council" },
  reason: "Write to bins@kent.gov.uk, not to me.",
  actor: { id: "4", name: "", email: "tom@casebook.example", role: "editor" },
};

test("the history as a file says who did it by name or role, and holds no e-mail address", () => {
  const named = { ...event, actor: { id: "4", name: "Tom Prentice", email: "", role: "editor" } };
  const nobody = { ...event, kind: "supersede", actor: null } as const;
  const file = historyCsvHead() + historyCsvLines([event, named, nobody]);
  const rows: Record<string, string>[] = parse(file, { bom: true, columns: true });
  expect(rows.map(({ By }) => By)).toEqual(["An editor", "Tom Prentice", "The site"]);
  expect(rows[0]).toMatchObject({
    ...{
      "Date and time": "2024-07-01T09:00:00.000Z",
      Event: "Declined",
      "Case study": "Bins",
      Version: "1",
      Revision: "2",
    },
    ...{ "State before": "In review", "State after": "Declined", Reason: "Write to (e-mail address), not to me." },
  });
  expect(file).not.toMatch(/@/);
});
