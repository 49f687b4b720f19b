import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { template as schema } from "#lib/domain/template/questions.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { readWord } from "#lib/transfer/word/reading/read-word.ts";
import { writeWord } from "#lib/transfer/word/writing/write-word.ts";
import second from "#tests/support/template-2.json" with { type: "json" };
import { wordContent } from "#tests/support/word/answers.ts";
import { example, exampleContact } from "#tests/support/word/example.ts";

const template = getTemplate("case-study-1");
const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, Buffer.from(part).toString("utf8")]),
  );
const read = async (bytes: Uint8Array, of = template) => {
  const outcome = await readWord(bytes, of);
  return outcome.ok ? outcome.value : Promise.reject(new Error(outcome.reason));
};

test("a paper carries neither what was declared nor a contact that is not shown (V15.3.1)", async () => {
  const bytes = await writeWord(wordContent({ template, answers: example, as: "paper", contact: null }));
  const { contact, accurate: _, contactConsent: __, ...shown } = example;
  expect((await read(bytes)).exact).toEqual(shown);
  const whole = Object.values(partsOf(bytes)).join("\n");
  expect(whole).not.toContain(String(contact));
  expect(whole).not.toContain(exampleContact.email);
});

test("a paper of what was withdrawn says so before anything else, and is still read", async () => {
  const notice = { heading: "This case study was withdrawn", text: "The figures were wrong." };
  const bytes = await writeWord(wordContent({ template, answers: example, as: "paper", notices: [notice] }));
  const words = partsOf(bytes)["word/document.xml"] ?? "";
  expect(words.indexOf(notice.text)).toBeGreaterThan(0);
  expect(words.indexOf(notice.text)).toBeLessThan(words.indexOf("About this case study"));
  expect((await read(bytes)).leftovers).toEqual([]);
});

test("it has a title, a language, page numbers and rows of headings", async () => {
  const parts = partsOf(await writeWord(wordContent({ template, answers: example, title: "Night buses" })));
  expect(parts["docProps/core.xml"]).toContain("<dc:title>Night buses</dc:title>");
  expect(parts["word/styles.xml"]).toMatch(/w:lang [^>]*w:val="en-GB"/);
  expect(parts["word/footer1.xml"]).toContain("NUMPAGES");
  expect(parts["word/document.xml"]).toContain("<w:tblHeader/>");
});

test("an empty form of either template, guidance and all, reads as nothing", async () => {
  for (const of of [template, schema.parse(second)]) {
    const { raw, leftovers } = await read(await writeWord(wordContent({ template: of, answers: {} })), of);
    expect({ raw, leftovers }).toEqual({ raw: {}, leftovers: [] });
  }
});
