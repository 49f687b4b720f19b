import { describe, expect, test } from "vitest";
import { adviceOf, saysOf } from "./advise.ts";

describe("a heading that skips a level", () => {
  test.each([
    ["# A\n\n### B", ["B"]],
    ["#### A", ["A"]],
    ["A\n=\n\n### B ###", ["B"]],
    ["## A\n\n#### B\n\n#### C", ["B"]],
    ["## A\n\n### B\n\n## C\n\n#### D", ["D"]],
    ["> ## A\n>\n> #### B", ["B"]],
  ])("%j", (challenge, expected) =>
    expect(adviceOf("heading-level", { challenge }).map(({ excerpt }) => excerpt)).toEqual(expected),
  );

  test("is told which level to take", () => {
    expect(saysOf("heading-level", { challenge: "## A\n\n##### B" })).toEqual([
      "Make this a level 3 heading (###), so that no level is left out.",
    ]);
  });
});

describe("headings in order, and what only looks like one", () => {
  test.each([
    "## A\n\n### B\n\n#### C\n\n## D\n\n### E",
    "### A",
    "# A\n\n#### not so, said `#`".replace("####", "\\####"),
    "## A\n\n```\n#### code\n```",
    "## A\n\n~~~~\n```\n#### code\n~~~\n~~~~",
    "## A\n\n####B",
    "#### ".trim().slice(1),
    "A\n---\n\n### B",
  ])("%j", (challenge) => expect(saysOf("heading-level", { challenge })).toEqual([]));

  test("each answer begins afresh", () => {
    expect(saysOf("heading-level", { challenge: "# A", solution: "### B" })).toEqual([]);
  });
});

describe("a table without a header row", () => {
  test.each([
    ["| | |\n|---|---|\n| a | b |", ["a"]],
    ["| a | b |\n| c | d |", ["a"]],
    ["|---|---|\n| a | b |", ["---"]],
    ["Words.\n\n|  |\n|--|\n|  |", [undefined]],
  ])("%j", (challenge, expected) =>
    expect(adviceOf("table-header", { challenge }).map(({ excerpt }) => excerpt)).toEqual(expected),
  );
});

describe("a table with one, and what only looks like a table", () => {
  test.each([
    "| a | b |\n|---|:-:|\n| c | d |",
    "a | b\n--- | ---\nc | d",
    "| | Before | After |\n|---|---|---|\n| Visits | 1 | 2 |",
    "Either | or.\nThis | that.",
    "| one line |",
    "```\n| a | b |\n| c | d |\n```",
    "| a \\| b |\n|---|\n| c |",
  ])("%j", (challenge) => expect(saysOf("table-header", { challenge })).toEqual([]));
});
