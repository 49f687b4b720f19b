import { expect, test } from "vitest";
import { readDecision } from "#lib/http/forms/decision.ts";

const now = new Date("2026-11-30T12:00:00Z");
function complaint(day: string, time: string) {
  const sent: Record<string, string> = { move: "schedule", basedOn: "1", day, time };
  return readDecision((name) => [sent[name] ?? ""], now)?.errors["day"];
}

test.each([
  ["2026-12-25", "09:00", undefined],
  ["2026-12-25", "", "Enter a day and a time"],
  ["2026-12-25", "9", "Enter a day and a time like 1 March 2027, 09:00"],
  ["25 December", "09:00", "Enter a day and a time like 1 March 2027, 09:00"],
  ["2026-11-29", "09:00", "Enter a day and a time that are still to come"],
  ["2027-11-30", "23:59", undefined],
  ["2027-12-01", "00:00", "Enter a day within a year from now"],
  ["9999-12-31", "09:00", "Enter a day within a year from now"],
  ["2027-03-28", "01:30", "Clocks go forward over that time. Enter an earlier or later one"],
])("scheduling for %s at “%s”: %s", (day, time, expected) => {
  expect(complaint(day, time)).toBe(expected);
});
