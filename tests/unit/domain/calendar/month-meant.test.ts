import { describe, expect, test } from "vitest";
import { fitAnswer } from "#lib/domain/word/fit-answer.ts";
import { readCell } from "#lib/domain/imports/cells/read-cell.ts";
import { getTemplate, questionFor } from "#lib/domain/template/templates.ts";

const start = questionFor(getTemplate("case-study-1"), "start")!;
const lists = { topics: [], supportTypes: [], councils: [] };

const months: [written: string, kept: string | undefined][] = [
  ...[
    "Feb-24",
    "Feb-2024",
    "feb 2024",
    "Feb '24",
    "01-Feb-24",
    "1-Feb-2024",
    "1 February 2024",
    "in February 2024",
  ].map((written): [string, string] => [written, "2024-02"]),
  ...["2024-02", "02/2024", "15/02/2024", "15.2.2024", "15-02-2024", "2024-02-15", "2024-02-15T00:00:00"].map(
    (written): [string, string] => [written, "2024-02"],
  ),
  ...["2024", "24-Feb", "February", "15/13/2024", "April 24th", "Feb-024"].map((written): [string, undefined] => [
    written,
    undefined,
  ]),
];

describe("a month is the same in a cell and in a Word file, also as Excel writes it", () => {
  test.each(months)("%s", (written, kept) => {
    expect(readCell(start, written, lists).answer).toBe(kept);
    expect(fitAnswer(start, written, lists).answer).toBe(kept);
  });
});
