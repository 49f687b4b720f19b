import { describe, expect, test } from "vitest";
import type { Inline, Paragraph } from "#lib/transfer/word/document/blocks.ts";
import { linesOf } from "#lib/transfer/word/document/blocks.ts";
import { readLinks, readMeasures } from "#lib/transfer/word/reading/answers/rows.ts";

const say = (text: string, href: string | null = null): Inline => ({ kind: "text", text, marks: [], href });
const line: Inline = { kind: "break" };
const [one, two] = ["https://a.example/x", "https://b.example/y"];

const paragraph = (inlines: Inline[]): Paragraph => ({
  ...{ kind: "paragraph", manner: "text", heading: null, list: null, inItem: null, align: null, anchors: [] },
  ...{ rule: false, inlines },
});

/** What a paragraph has, with the links it gives as "name | address" and the lines that are left. */
const paragraphs: Record<string, { inlines: Inline[]; links: string[]; left?: string[] }> = {
  "a line for each link": {
    inlines: [say(`Report: ${one}`), line, say(`Toolkit: ${two}`)],
    links: [`Report | ${one}`, `Toolkit | ${two}`],
  },
  "a name above its address": {
    inlines: [say("The report:"), line, say(one), line, say("The toolkit"), line, say(two, two)],
    links: [`The report | ${one}`, `The toolkit | ${two}`],
  },
  "lines that lead nowhere": {
    inlines: [say("Ask us."), line, say("Report", one), line, say("Or ring.")],
    links: [`Report | ${one}`],
    left: ["Ask us.", "Or ring."],
  },
  "words that lead to one address and words that lead to another": {
    inlines: [say("Evaluation report", one), say(" and "), say("the data", two)],
    links: [`Evaluation report | ${one}`, `the data | ${two}`],
  },
  "addresses behind their names": {
    inlines: [say(`Report: ${one}; Toolkit: ${two}.`)],
    links: [`Report | ${one}`, `Toolkit | ${two}`],
  },
  "addresses before their names": {
    inlines: [say(one, one), say(" – Report, "), say(two, two), say(" – Toolkit")],
    links: [`Report | ${one}`, `Toolkit | ${two}`],
  },
  "a name and an address": {
    inlines: [say("Report", one), say(` and ${two}`)],
    links: [`Report | ${one}`, ` | ${two}`],
  },
  "an address that is there twice": {
    inlines: [say("The "), say("report", `${one}/`), say(` (${one})`)],
    links: [`The report | ${one}/`],
  },
  "a link in pieces": {
    inlines: [say("Rep", one), { kind: "text", text: "ort", marks: ["strong"], href: one }, say(" "), say("Data", two)],
    links: [`Report | ${one}`, `Data | ${two}`],
  },
  "more than names": {
    inlines: [say("Report", one), say(" and "), say("data", two), say(", which nobody has looked at")],
    links: [`Report | ${one}`, `data | ${two}`],
    left: ["Report and data, which nobody has looked at"],
  },
};

describe("every link of a paragraph is read, and whatever else it says is left over", () => {
  test.each(Object.entries(paragraphs))("%s", (_name, { inlines, links, left = [] }) => {
    const { rows, rest } = readLinks([paragraph(inlines)]);
    expect(rows.map(({ title, url }) => `${title} | ${url}`)).toEqual(links);
    expect(linesOf(rest)).toEqual(left);
  });
});

test("measures in lines of one paragraph are read one by one", () => {
  const inlines = [say("Riders; 300; 1,140; people"), line, say("It helped."), line, say("Calls; 22; 9")];
  const { rows, rest } = readMeasures([paragraph(inlines)]);
  expect(rows).toEqual([
    { name: "Riders", before: "300", after: "1,140", unit: "people" },
    { name: "Calls", before: "22", after: "9", unit: "" },
  ]);
  expect(linesOf(rest)).toEqual(["It helped."]);
});
