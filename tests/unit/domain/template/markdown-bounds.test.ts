import { describe, expect, test } from "vitest";
import { savable } from "#lib/domain/template/answers.ts";
import { misfitOfMarkdown } from "#lib/domain/template/markdown-bounds.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { complaints } from "./answers-to.ts";

const row = (columns: number, cell: string) => `|${` ${cell} |`.repeat(columns)}`;
const table = (columns: number, rows: number) =>
  [row(columns, "a"), row(columns, "---"), ...Array<string>(rows).fill(row(columns, "b"))].join("\n");
const nestedList = (depth: number) =>
  Array.from({ length: depth }, (_, level) => `${"  ".repeat(level)}- a`).join("\n");

describe("Markdown that a person would write is let be", () => {
  test.each<[string, string]>([
    ["nothing", ""],
    [
      "a paragraph full of bold",
      "We **did** it, *twice*, for ~~one~~ two [towns](https://a.example/_x_). ".repeat(100),
    ],
    ["stars in sums and names", "2 * 3 * 4 = 24, snake_case_name, 5*3, *note\n".repeat(15)],
    ["rules and underlines", `A\n${"-".repeat(60)}\n\nB\n${"=".repeat(60)}\n\n---\n`],
    ["a list in a quote in a list", "- a\n  > - b\n  >   1. c\n"],
    ["a list of five levels", nestedList(5)],
    ["a long list", "- one thing\n".repeat(500)],
    ["a table of 12 columns and 50 rows", table(12, 50)],
    ["code", "```\n  if (a) {\n    b();\n  }\n```"],
  ])("%s", (_, text) => {
    expect(misfitOfMarkdown(text)).toBeNull();
  });
});

describe("Markdown that would take a page apart is refused in words", () => {
  const nested = "must not have lists, quotes or emphasis inside one another more than 20 times";
  const run = "must not have more than 20 marks such as * in a row";
  test.each<[string, string, string]>([
    ["quotes in quotes", ">".repeat(9999), nested],
    ["quotes in quotes, set apart", "> ".repeat(21), nested],
    ["lists in lists on one line", "- ".repeat(5000), nested],
    ["numbered lists in lists", "1. ".repeat(3000), nested],
    ["lists in lists by indentation", nestedList(30), nested],
    ["emphasis in emphasis", "*a ".repeat(2500), nested],
    ["two emphases in turn", "*a _b ".repeat(1000), nested],
    ["brackets in brackets", "[a ".repeat(2500), nested],
    ["emphasis across brackets", "*<](a ".repeat(1000), nested],
    ["thousands of marks", "*-".repeat(5000), "must not have more than 1000 marks such as * in a paragraph"],
    ["a run of stars", `${"*".repeat(5000)}a${"*".repeat(5000)}`, run],
    ["a run of brackets", "[".repeat(9999), run],
    ["a wide table", table(100, 5), "must not have a table with more than 12 columns"],
    [
      "a wide table without outer bars",
      "a|".repeat(13) + "a\n" + "-|".repeat(13) + "-",
      "must not have a table with more than 12 columns",
    ],
    ["a table of empty rows", table(12, 0) + "\n|".repeat(4000), "must not have more than 1200 cells in its tables"],
  ])("%s", (_, text, message) => {
    expect(misfitOfMarkdown(text)).toBe(message);
  });

  test("where a section is saved, under the name of its question", () => {
    const challenge = getTemplate("case-study-1").sections.find(({ key }) => key === "challenge")!;
    expect(complaints(savable(challenge), { challenge: "> ".repeat(30) })).toEqual({
      challenge: `The challenge ${nested}`,
    });
  });
});
