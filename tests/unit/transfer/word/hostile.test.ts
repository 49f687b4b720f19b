import { describe, expect, test } from "vitest";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { wordRefusals } from "#lib/domain/word/refusals.ts";
import { readWordApart } from "#lib/transfer/word/child/read-apart.ts";
import { hostileFiles, tampered } from "#tests/support/word/hostile-files.ts";

const template = getTemplate("case-study-1");

describe("a file that is not a document to read says what to do instead", () => {
  test.each(Object.entries(hostileFiles))("%s (V1.5.1, V5.2.3)", { timeout: 60_000 }, async (_name, [reason, make]) => {
    const read = await readWordApart(await make(), template);
    expect(read).toEqual({ ok: false, reason });
  });

  test("every refusal tells what to do", () => {
    for (const message of Object.values(wordRefusals)) expect(message).toMatch(/choose|make|upload|put|take/i);
  });
});

test("a document that nobody comes to is given up, which is no fault of its", async () => {
  const read = await readWordApart(await tampered(() => undefined), template, { seconds: 0.01 });
  expect(read).toEqual({ ok: false, reason: "late" });
});

test("links that a reader may press, and where a template was on somebody's computer, are no harm", async () => {
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const bytes = await tampered((parts) => {
    const name = "word/_rels/document.xml.rels";
    const links = `<Relationship Id="rIdX" Type="${type}/hyperlink" Target="https://example.org" TargetMode="External"/><Relationship Id="rIdY" Type="${type}/attachedTemplate" Target="file:///C:/Council.dotx" TargetMode="External"/>`;
    parts[name] = Buffer.from(
      Buffer.from(parts[name]!).toString("utf8").replace("</Relationships>", `${links}</Relationships>`),
    );
  });
  expect((await readWordApart(bytes, template)).ok).toBe(true);
});
