import { describe, expect, test } from "vitest";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { fitReading } from "#lib/domain/word/fit.ts";
import { readWord } from "#lib/transfer/word/reading/read-word.ts";
import { names } from "#tests/support/word/answers.ts";
import { officersFiles } from "#tests/support/word/officers-files.ts";

const template = getTemplate("case-study-1");
const title = "Night buses for the harbour";
const challenge = "The last bus left at seven.";
const solution = "We moved two vehicles.";
const impact = "Use grew to 1,140.";
const sustained = "Fares pay for it.";
const lessons = "Tell the drivers first.";

/** What each file answers, and what is left of it. */
const expected: Record<string, { answers: object; left?: [heading: string, text: string][]; others?: object }> = {
  "the headings of the older form": {
    answers: {
      title,
      challenge: `Three towns, one harbour.\n\n### The challenge and solutions\n\n${challenge} ${solution}`,
      impact,
      sustained,
      lessons: "- Tell the drivers first\n- Begin in May",
    },
    left: [["Risk register", "Not for publication."]],
    others: {
      contact: { email: "transport@thanet.gov.uk", name: "Jo Field, Transport team", phone: "01843 577000" },
      mixed: { challenge: expect.stringContaining("one heading") },
    },
  },
  "everything in one table": {
    answers: {
      ...{ title, council: "thanet", impact, sustained, lessons },
      challenge: `${challenge}\n\n- late shifts\n- young people`,
      solution: `${solution}\n\n| Town | Buses |\n| - | - |\n| Deal | 8 |`,
    },
    left: [["Sign-off", "Head of service"]],
  },
  "headings that are only bold": {
    answers: {
      ...{ title, impact, sustained, lessons },
      challenge: `${challenge}\n\n**Not a heading of ours**\n\nIt still belongs to the challenge.`,
      solution: "We moved **two vehicles**.",
    },
  },
  "headings inside an answer": {
    answers: {
      title,
      solution:
        "**Project team**\n\nSix people.\n\n**Contact centre**\n\nCalls fell.\n\n**Impact on families**\n\nLess waiting.",
    },
    left: [["Project team", "Seven people."]],
  },
  "answers in the style of what is asked for": {
    answers: { topics: ["buses"], outcome: "worked", cost: "under-10k" },
  },
  "numbered headings": {
    answers: {
      ...{ title, impact, sustained, lessons },
      challenge: `${challenge}\n\n### 2.1 Who it touched\n\nPeople on late shifts.`,
      solution: "1. moved two vehicles\n2. set one fare\n   1. of two pounds\n3. told everybody",
    },
  },
  "tracked changes and comments": { answers: { challenge, solution } },
  "headings in capital letters": { answers: { title, challenge, solution, impact, lessons } },
  "a frame around every part": {
    answers: {
      challenge,
      solution,
      impact: "| Measure | Baseline | Now |\n| - | - | - |\n| Passengers | 300 | 1,140 |",
    },
  },
  "labels before the words": {
    answers: {
      ...{ title, council: "thanet", partners: ["dover", "kent"], topics: ["buses", "youth"] },
      ...{ start: "2024-04", end: "2024-09", outcome: "mixed", cost: "10k-50k" },
      challenge: `${challenge}\n\nCost: nobody knew what it would be.`,
    },
  },
  "pictures, links and bullets by hand": {
    answers: {
      solution: "- moved two vehicles\n- set one fare\n\nSee [our report](https://example.org/a?b=1).",
      links: [
        { title: "Timetable", url: "https://example.org/timetable" },
        { title: "Report", url: "https://example.org/report.pdf" },
      ],
    },
    left: [["Useful links", "Ask at the library."]],
  },
  "boxes to tick": {
    answers: {
      topics: ["buses", "youth"],
      outcome: "mixed",
      measures: [
        { name: "Passengers", before: "300", after: "1,140", unit: "people" },
        { name: "Calls", before: "22", after: "9", unit: "" },
      ],
    },
  },
};

describe("files in the shapes that officers send are read", () => {
  test.each(Object.entries(officersFiles))("%s", async (name, make) => {
    const read = await readWord(await make(), template);
    if (!read.ok) throw new Error(read.reason);
    const fitted = fitReading(template, read.value, { ...names, attachments: [] });
    const { answers, left = [], others = {} } = expected[name]!;
    expect(fitted.answers).toEqual(answers);
    expect(fitted.notUnderstood.map(({ heading, text }) => [heading, text])).toEqual(left);
    expect(fitted).toMatchObject(others);
    const alts = read.value.pictures.map(({ question, alt }) => [question, alt]);
    expect(alts).toEqual(name.startsWith("pictures") ? [["solution", "A red bus"]] : []);
  });
});
