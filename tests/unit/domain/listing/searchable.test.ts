import { expect, test } from "vitest";
import { searchable } from "#lib/domain/listing/searchable.ts";

const longest = (text: string) => Math.max(...text.split(/\s+/).map((run) => [...run].length));

test.each(["_b".repeat(5000), "a@b.".repeat(2500), "/x".repeat(5000), "😀".repeat(5000), `"${"-a".repeat(4000)}"`])(
  "no run of more than 100 characters is searched for: %#",
  (text) => {
    expect(longest(searchable(text))).toBe(100);
    expect(searchable(text).replaceAll(" ", "")).toBe(text);
  },
);

test("ordinary words stay as they are, and so does what was made searchable before", () => {
  const words = `"looked after" children -bins https://council.example/${"x".repeat(70)}`;
  expect(searchable(words)).toBe(words);
  const long = searchable("y".repeat(350));
  expect(searchable(long)).toBe(long);
});
