import { describe, expect, test } from "vitest";
import {
  counted,
  figure,
  fileKind,
  fileSize,
  listed,
  longDate,
  monthNamed,
  monthOf,
  shortened,
} from "#components/ui/words.ts";

/** A date as it reads, and that no line can end within it. */
const read = (date: string) => (date.includes(" ") ? `breaks: ${date}` : date.replaceAll("\u00a0", " "));

describe("dates", () => {
  test("are written out, as they are in London", () => {
    expect(read(longDate(new Date("2024-02-12T12:00:00Z")))).toBe("12 February 2024");
    expect(read(longDate(new Date("2024-06-30T23:30:00Z")))).toBe("1 July 2024");
    expect(read(longDate(new Date("2024-12-31T23:30:00Z")))).toBe("31 December 2024");
    expect(read(monthOf(new Date("2024-06-30T23:30:00Z")))).toBe("July 2024");
  });

  test("of a month alone are its name and year", () => {
    const names = Array.from({ length: 12 }, (_, index) =>
      read(monthNamed(`2024-${String(index + 1).padStart(2, "0")}`)),
    );
    expect(names.slice(0, 3)).toEqual(["January 2024", "February 2024", "March 2024"]);
    expect(names.at(-1)).toBe("December 2024");
    expect(new Set(names).size).toBe(12);
  });
});

describe("numbers", () => {
  test("have a comma at the thousands", () => {
    expect([0, 999, 1140, 1_000_000].map(figure)).toEqual(["0", "999", "1,140", "1,000,000"]);
  });

  test("count one thing as one and anything else as many", () => {
    const results = (count: number) => counted(count, "result", "results");
    expect([0, 1, 2, 211, 1140].map(results)).toEqual([
      "0 results",
      "1 result",
      "2 results",
      "211 results",
      "1,140 results",
    ]);
  });
});

test("a list is read aloud with an “and” and no comma before it", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(listed)).toEqual(["", "a", "a and b", "a, b and c"]);
});

test("a file says what it is and how large, in round numbers", () => {
  expect([1, 499, 340_200, 999_499, 1_249_000, 12_000_000].map(fileSize)).toEqual([
    "1 kB",
    "1 kB",
    "340 kB",
    "999 kB",
    "1.2 MB",
    "12 MB",
  ]);
  expect(["Report.pdf", "a.b.docx", "README", "x.", ".toolongending"].map(fileKind)).toEqual([
    "PDF",
    "DOCX",
    "file",
    "file",
    "file",
  ]);
});

test("a long text is cut where a few words have room, between characters", () => {
  expect(shortened("bins")).toBe("bins");
  expect(shortened("📚".repeat(60))).toBe("📚".repeat(60));
  expect(shortened("📚".repeat(61))).toBe(`${"📚".repeat(60)}…`);
});
