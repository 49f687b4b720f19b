import { expect, test } from "vitest";
import { readText } from "#lib/http/read-text.ts";

test.each<[string, string | string[] | undefined, string]>([
  ["nothing", undefined, ""],
  ["an empty list", [], ""],
  ["the first of several", ["leeds", "dorset"], "leeds"],
  ["one line without space around", "  north \r\n\t devon ", "north devon"],
  ["text without NUL", "\0a\0b", "ab"],
  ["composed accents", "Cafe\u0301", "Caf\u00e9"],
  ["markup as it is", "<b>&amp;", "<b>&amp;"],
])("reads %s", (_, given, read) => {
  expect(readText(given, 100)).toBe(read);
});

test("cuts what is too long between characters, never through one", () => {
  expect(readText("😀".repeat(101), 100)).toBe("😀".repeat(100));
  expect(readText("x".repeat(100_000), 100)).toBe("x".repeat(100));
  expect(readText("x".repeat(100), 100)).toHaveLength(100);
});

test("leaves no space where it cut", () => {
  expect(readText("north devon", 6)).toBe("north");
});
