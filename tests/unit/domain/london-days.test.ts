import { describe, expect, test } from "vitest";
import { addDays, addMonths, addYears, londonDay } from "#lib/domain/calendar/london-days.ts";

const day = (text: string) => new Date(`${text}T00:00:00Z`);

test.each([
  ["2027-03-27T23:59:59Z", "2027-03-27"],
  ["2027-03-28T22:59:59Z", "2027-03-28"],
  ["2027-03-28T23:00:00Z", "2027-03-29"],
  ["2027-10-30T23:00:00Z", "2027-10-31"],
  ["2027-10-31T23:59:59Z", "2027-10-31"],
  ["2027-11-01T00:00:00Z", "2027-11-01"],
])("at %s London’s calendar shows %s", (at, shown) => {
  expect(londonDay(new Date(at))).toEqual(day(shown));
});

describe("days are counted by the calendar", () => {
  test.each([
    ["2028-02-29", 1, "2029-02-28"],
    ["2028-02-29", 4, "2032-02-29"],
    ["2027-12-31", 1, "2028-12-31"],
  ])("%s and %i years is %s", (from, years, to) => expect(addYears(day(from), years)).toEqual(day(to)));

  test.each([
    ["2027-01-31", 1, "2027-02-28"],
    ["2027-01-31", 13, "2028-02-29"],
    ["2027-03-31", 12, "2028-03-31"],
  ])("%s and %i months is %s", (from, months, to) => expect(addMonths(day(from), months)).toEqual(day(to)));

  test("across a change of the clocks", () => {
    expect(addDays(day("2027-03-27"), 2)).toEqual(day("2027-03-29"));
    expect(addDays(day("2027-11-01"), -2)).toEqual(day("2027-10-30"));
  });
});
