import { expect, test } from "vitest";
import { missedItsTime } from "#lib/domain/queue/promise.ts";

const at = (time: string) => new Date(`2027-03-01T${time}Z`);

test.each([
  ["09:01", null, false],
  ["09:03", null, true],
  ["09:06", at("17:00"), false],
  ["17:01", at("17:00"), true],
])(
  "what was to be published at 9 has missed its time at %s, its council having until %s to answer: %s",
  (now, answerBy, missed) => {
    expect(missedItsTime({ publishAt: at("09:00"), authorId: "a", answerBy }, at(now))).toBe(missed);
  },
);

test("what has no time misses none", () => {
  expect(missedItsTime({ publishAt: null, authorId: "a", answerBy: null }, at("09:00"))).toBe(false);
});
