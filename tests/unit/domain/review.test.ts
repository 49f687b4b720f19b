import { expect, test } from "vitest";
import { reviewAfter } from "#lib/domain/review.ts";

test.each([
  ["2024-03-15T09:30:00Z", "2025-03-15"],
  ["2024-12-01T00:00:00Z", "2025-12-01"],
  ["2024-01-31T23:59:59Z", "2025-01-31"],
  // London is an hour ahead: it is the next day there.
  ["2024-06-30T23:30:00Z", "2025-07-01"],
  ["2024-02-29T12:00:00Z", "2025-02-28"],
  ["2023-02-28T12:00:00Z", "2024-02-28"],
])("a case study found right at %s is looked at again on %s", (date, review) => {
  expect(reviewAfter(new Date(date)).toISOString()).toBe(`${review}T00:00:00.000Z`);
});

test("the date that was given stays as it was", () => {
  const date = new Date("2024-03-15T09:30:00Z");
  reviewAfter(date);
  expect(date.toISOString()).toBe("2024-03-15T09:30:00.000Z");
});
