import fc from "fast-check";
import { expect, test } from "vitest";
import { adviceFor } from "#lib/domain/advice/advice.ts";
import { getTemplate, questionsOf } from "#lib/domain/template/templates.ts";
import { template as readTemplate } from "#lib/domain/template/questions.ts";
import { advise, caseStudy } from "./advise.ts";

const keys = questionsOf(caseStudy).map(({ key }) => key);
const pieces = fc.constantFrom(
  ...[
    "#",
    "## ",
    "- ",
    "> ",
    "1. ",
    "|",
    "---",
    "\n",
    "\n\n",
    "```",
    "[",
    "]",
    "(",
    ")",
    "![",
    "`",
    "*",
    "_",
    "<",
    ">",
  ],
  ...[
    "https://a.b",
    "www.",
    "@",
    "a@b.uk",
    "020 7946 0958",
    "LGR",
    "(LGR)",
    "e.g. ",
    "Dr. ",
    ". ",
    "3.5",
    "\\",
    "&amp;",
  ],
  ...["click here", "The challenge", "word ", "\ud800", "é", "😀", "\0", "\r\n", "\u202e"],
);
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join("")),
);
const row = fc.record(
  { name: text, title: text, before: text, after: fc.anything(), unit: text },
  { requiredKeys: [] },
);
const answer = fc.oneof(text, fc.array(fc.oneof(row, fc.anything())), fc.anything());
const answers = fc.dictionary(fc.constantFrom(...keys), answer);
const now = new Date("2026-11-22");

test("half a character in a figure is shown as what stands for one", () => {
  const [advice] = advise({ measures: [{ before: "3.5\ud800" }] }).filter(({ excerpt }) => excerpt?.includes("3.5"));
  expect(advice?.excerpt).toBe("3.5\ufffd");
});

test("any answers at all get advice, the same each time, and never an error", () => {
  const titles = fc.array(fc.record({ slug: text, title: text, councilId: fc.option(text) }), { maxLength: 3 });
  fc.assert(
    fc.property(answers, titles, (given, known) => {
      const advice = advise(given, { titles: known });
      expect(advise(given, { titles: known })).toEqual(advice);
      for (const { question, message, excerpt } of advice) {
        expect(keys).toContain(question);
        expect(message.isWellFormed() && (excerpt ?? "").isWellFormed()).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

const hostile = [
  ...["[", "![", "[a](", "](", "[[a]", '[a](b "', "[a](b(", "[a][b]", "<", "<a", "<a@b", "<http:", "`", "``a", "```\n"],
  ...["*", "_", "_a", "a_", "~", "\\", "|", "\n|", "|a|\n", "-:-|", "- ", "> ", "#", "# a\n### b\n", "=\n", "1. a\n"],
  ...["a@", "a.", "x@y.zz ", "0", "0 1 ", "(0", "+44", "AB ", "A&", "(AB) ", "AB (", "AB AB AB (", "fo", "AfoB", "()"],
  ...[
    "1. ",
    "(. ",
    "Dr. ",
    "a b c d e f. ",
    "www.",
    "http://",
    "::",
    "“",
    " ",
    "\t",
    "\n",
    "\u0301",
    "\u0301\u0323",
    "\ud800",
    "in 2019 ",
  ],
];
const wide = readTemplate.parse({
  ...getTemplate("case-study-1"),
  sections: caseStudy.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => ("max" in question ? { ...question, max: 100_000 } : question)),
  })),
});

test.each(hostile)("text made of nothing but %j gets an answer", (unit) => {
  const long = `q ${unit.repeat(10_000)}`.slice(0, 10_000);
  const given = { title: long, council: "dorset", summary: long, impact: long };
  const known = { titles: [{ slug: "a", title: long.slice(0, 100), councilId: "dorset" }] };
  expect(Array.isArray(adviceFor(wide, given, known, now))).toBe(true);
});
