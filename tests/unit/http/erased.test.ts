import { expect, test } from "vitest";
import { erasedAddress, readErased } from "#lib/http/erased.ts";

test.each([
  { deleted: 0, kept: 2, letter: false },
  { deleted: 11, kept: 0, letter: true },
])("what an erasure came to is read as it was written: %j", (counts) => {
  const query = new URL(erasedAddress(counts), "http://localhost").searchParams;
  expect(readErased(Object.fromEntries(query))).toEqual(counts);
});

test.each([
  {},
  { deleted: "1" },
  { deleted: "-1", kept: "1" },
  { deleted: ["1", "2"], kept: "1" },
  { deleted: "x".repeat(9), kept: "0" },
])("anything else says nothing: %j", (query) => expect(readErased(query)).toBeNull());
