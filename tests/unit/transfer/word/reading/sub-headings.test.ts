import { describe, expect, test } from "vitest";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { readWord } from "#lib/transfer/word/reading/read-word.ts";
import { h, p, rawDocument } from "#tests/support/word/raw-document.ts";

const read = async (body: string) => {
  const outcome = await readWord(rawDocument(body), getTemplate("case-study-1"));
  return outcome.ok ? outcome.value.raw : outcome.reason;
};
const bold = (text: string) => p(`<w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r>`);
const second = (text: string) => p(text, '<w:outlineLvl w:val="1"/>');

describe("a heading within an answer stays in it, though a question's name stands in it", () => {
  test.each(["Project team", "Contact centre", "Impact on families", "What we need", "Data and costs"])(
    "%s",
    async (text) => {
      for (const [written, sub] of [
        [`**${text}**`, bold(text)],
        [`### ${text}`, second(text)],
      ] as const) {
        const raw = await read(
          h("The challenge") + p("Buses.") + h("The solution") + p("First.") + sub + p("Six people.") + h("The impact"),
        );
        expect(raw).toEqual({ challenge: "Buses.", solution: `First.\n\n${written}\n\nSix people.` });
      }
    },
  );
});

test("headings that look like those of questions may say more than their names", async () => {
  const raw = await read(
    [h("The challenge we faced"), p("Buses."), h("Solution"), p("More."), h("Impact on families"), p("Fewer.")].join(
      "",
    ),
  );
  expect(raw).toEqual({ challenge: "Buses.", solution: "More.", impact: "Fewer." });
  const bolds = [bold("The challenge we faced"), p("Buses."), bold("Impact"), p("Fewer.")].join("");
  expect(await read(bolds)).toEqual({ challenge: "Buses.", impact: "Fewer." });
});

test("an older name of one word opens a question only where nothing else is said", async () => {
  const body = h("The challenge") + p("Buses.") + h("Project team") + p("Six people.") + h("Background") + p("Towns.");
  expect(await read(body)).toEqual({ challenge: "Buses.\n\n### Background\n\nTowns." });
});

test("a table is a form only where a question's own name stands in it", async () => {
  const cell = (text: string) => `<w:tc>${p(text)}</w:tc>`;
  const row = (one: string, other: string) => `<w:tr>${cell(one)}${cell(other)}</w:tr>`;
  const table = (first: string) => `<w:tbl>${row(first, "40")}${row("Impact on families", "Fewer.")}</w:tbl>`;
  const words = "| Calls | 40 |\n| - | - |\n| Impact on families | Fewer. |";
  expect(await read(h("The solution") + table("Calls"))).toEqual({ solution: words });
  expect(await read(h("The solution") + p("First.") + table("The challenge"))).toEqual({
    ...{ solution: "First.", challenge: "40", impact: "Fewer." },
  });
});
