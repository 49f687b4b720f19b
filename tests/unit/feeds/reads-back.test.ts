import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CaseStudyRecord } from "#lib/data/directory/records.ts";
import type { Entry } from "#lib/data/feeds/entries.ts";
import { readRow } from "#lib/domain/imports/read-row.ts";
import type { Answers, Link, Measure } from "#lib/domain/template/answers.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { getTemplate, questionsOf } from "#lib/domain/template/templates.ts";
import { caseStudiesCsvHead, caseStudiesCsvLines } from "#lib/feeds/case-studies-csv.ts";
import { tableHead, tableRow } from "#lib/feeds/downloads/table.ts";
import { readTable } from "#lib/transfer/import/reading/table.ts";
import { often } from "#tests/support/thorough.ts";
import { anyAnswers } from "#tests/support/word/answers.ts";

const template = getTemplate("case-study-1");
const date = new Date("2024-02-03T04:05:06Z");
const reading = { lists: { topics: [], supportTypes: [], councils: [] }, topicId: null, origin: "" };

const entry = (answers: Answers): CaseStudyRecord & Entry => ({
  ...{
    id: "1",
    slug: "night-buses",
    template,
    answers,
    facts: factsOf(template, answers),
    council: null,
    partners: [],
  },
  ...{ topics: [], supportTypes: [], collections: [], pictures: [], documents: [], followUps: [] },
  ...{
    publishedAt: date,
    updatedAt: date,
    changedAt: date,
    reviewBy: null,
    reviewedAt: null,
    overdue: false,
    withdrawn: null,
  },
});

/** What is read of one of our files with one row. */
async function read(file: string): Promise<Answers> {
  const { rows } = await readTable(
    (async function* () {
      yield file;
    })(),
    ",",
  );
  for await (const row of rows) return readRow(row, reading).answers;
  return {};
}

const inDownload = (answers: Answers) => read(tableHead() + tableRow(entry(answers)));
const inListing = (answers: Answers) =>
  read(caseStudiesCsvHead() + caseStudiesCsvLines([entry(answers)], (slug) => `/${slug}`));

const kinds = ["text", "markdown", "choice", "month", "measures", "links"];
/** The answers that a table has as they are. */
const inTables = (answers: Answers): Answers =>
  Object.fromEntries(
    questionsOf(template)
      .filter(({ kind, key }) => kinds.includes(kind) && ((answers[key] as string | undefined)?.length ?? 0) > 0)
      .map(({ key }) => [key, answers[key]]),
  );

const addresses = (links: unknown) => (links as Link[] | undefined)?.map(({ url }) => url);

const text = fc.constantFrom(
  "Report; annex A",
  "https://a.example/x; more",
  "www.b.example",
  "–",
  "a",
  "<",
  "[{",
  "'=1",
  ";",
  "\\",
  "12",
);
const line = fc.array(text, { maxLength: 4 }).map((words) => words.join(" ").slice(0, 40).trim());
const url = fc.constantFrom(
  "https://a.example/x",
  "HTTP://B.example",
  "https://c.example/a b;",
  "https://d.example/>",
  "https://e.example/;f",
);
const awkward = fc.record({
  measures: fc.array(fc.record({ name: line, before: line, after: line, unit: line }), { minLength: 1, maxLength: 3 }),
  links: fc.array(fc.record({ title: line, url }), { minLength: 1, maxLength: 3 }),
  people: fc.constantFrom("'=1+1", "''-5", "=1", "'quoted'", "-"),
});

describe("what the site writes is read as it was", () => {
  test("whatever is answered", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(awkward, anyAnswers(template)), async (answers) => {
        expect(await inDownload(answers)).toEqual(inTables(answers));
        expect(addresses((await inListing(answers))["links"])).toEqual(addresses(inTables(answers)["links"]));
      }),
      { numRuns: often(200, 2000) },
    );
  });

  test("as text that people read, but where that would say something else", () => {
    const measure = (name: string): Measure => ({ name, before: "300", after: "1,140", unit: "" });
    const cells = (answers: Answers) => tableRow(entry(answers));
    expect(cells({ measures: [measure("Calls (weekday)")] })).toContain('"Calls (weekday); 300; 1,140; "');
    expect(cells({ measures: [measure("Calls (weekday; weekend)")] })).toContain(
      '"[{""name"":""Calls (weekday; weekend)"",""before"":""300"",""after"":""1,140"",""unit"":""""}]"',
    );
    expect(cells({ links: [{ title: "Report; annex A", url: "https://a.example" }] })).toContain(
      ",Report; annex A https://a.example",
    );
  });
});
