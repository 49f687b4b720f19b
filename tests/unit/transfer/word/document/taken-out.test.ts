import { expect, test } from "vitest";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { readWord } from "#lib/transfer/word/reading/read-word.ts";
import { h, p, r, rawDocument } from "#tests/support/word/raw-document.ts";

const read = async (body: string) => {
  const outcome = await readWord(rawDocument(body), getTemplate("case-study-1"));
  return outcome.ok ? outcome.value.raw : outcome.reason;
};
const endTakenOut = "<w:rPr><w:del w:id='1' w:author='A. Clerk'/></w:rPr>";

test("a paragraph whose end was taken out goes on in the next one", async () => {
  const raw = await read(h("The challenge") + p("The last bus left ", endTakenOut) + p("at seven."));
  expect(raw).toEqual({ challenge: "The last bus left at seven." });
});

test("it swallows no heading, nor is a heading swallowed by the words below it", async () => {
  const heading = (text: string) => p(text, `<w:outlineLvl w:val="0"/>${endTakenOut}`);
  const raw = await read(
    h("The challenge") + p("First.", endTakenOut) + h("The solution") + p("Second.") + heading("Impact") + p("Third."),
  );
  expect(raw).toEqual({ challenge: "First.", solution: "Second.", impact: "Third." });
});

test("it swallows no mark of a question", async () => {
  const marked = (key: string, text: string) => p(`<w:bookmarkStart w:name="question_${key}"/>${r(text)}`);
  const keys = ["title", "summary", "outcome", "cost", "funding", "people", "sustained", "lessons", "links", "images"];
  const others = [...keys, "documents", "start", "end", "evidence"].map((key) => marked(key, key)).join("");
  const body =
    marked("challenge", "The challenge") + p("First.", endTakenOut) + marked("solution", "Ours") + p("Second.");
  expect(await read(body + others)).toMatchObject({ challenge: "First.", solution: "Second." });
});
