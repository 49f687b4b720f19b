import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readStamp, stampOf } from "#lib/http/stamp.ts";

const key = randomUUID();
const shownAt = new Date("2026-03-04T05:06:07.089Z");

beforeEach(() => void vi.stubEnv("SECRET", "a secret for tests, which is long enough"));
afterEach(() => void vi.unstubAllEnvs());

test("a stamp says when its form was shown, however long ago", () => {
  expect(readStamp(key, stampOf(key, shownAt))).toEqual(shownAt);
  expect(readStamp(key, stampOf(key, new Date("2001-01-01")))).toEqual(new Date("2001-01-01"));
});

test("a stamp of another form, or of another site, says nothing (V9.1.1, V9.2.2)", () => {
  expect(readStamp(randomUUID(), stampOf(key, shownAt))).toBeNull();
  const foreign = stampOf(key, shownAt);
  vi.stubEnv("SECRET", "another secret for tests, also long enough");
  expect(readStamp(key, foreign)).toBeNull();
});

test.each([
  ["", "nothing"],
  [".", "a dot"],
  ["words", "words"],
  ["mc5z3n0x.AAAA", "a short signature"],
  [`mc5z3n0x.${"é".repeat(43)}`, "a signature of other characters"],
  [stampOfLater(), "a time that was changed"],
])("%j says nothing: %s (V9.1.1)", (stamp) => expect(readStamp(key, stamp)).toBeNull());

function stampOfLater() {
  vi.stubEnv("SECRET", "a secret for tests, which is long enough");
  return stampOf(key, shownAt).replace(/^[^.]+/, (shownAt.getTime() - 5000).toString(36));
}
