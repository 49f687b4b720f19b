import { describe, expect, test } from "vitest";
import { isBankHoliday } from "#lib/domain/calendar/bank-holidays.ts";
import { endOfWorkingDay } from "#lib/domain/calendar/working-days.ts";

/** As the government publishes them for England and Wales. */
const published: Record<number, string[]> = {
  2024: ["01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"],
  2025: ["01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"],
  2026: ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"],
  2027: ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"],
  2028: ["01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"],
};

test.each(Object.entries(published))("the bank holidays of %s are those that are published", (year, expected) => {
  const days = Array.from({ length: 366 }, (_, index) => new Date(Date.UTC(Number(year), 0, index + 1)));
  const found = days.filter((day) => day.getUTCFullYear() === Number(year) && isBankHoliday(day));
  expect(found.map((day) => day.toISOString().slice(5, 10))).toEqual(expected);
});

test.each(["1981-04-19", "2008-03-23", "2011-04-24", "2038-04-25", "2049-04-18", "2076-04-19", "2099-04-12"])(
  "Easter is on %s",
  (sunday) => {
    const monday = new Date(new Date(sunday).getTime() + 24 * 60 * 60 * 1000);
    expect(isBankHoliday(monday)).toBe(true);
  },
);

describe("ten working days", () => {
  test.each([
    ["from a Monday, which does not count", "2026-06-01T09:00Z", "2026-06-15T23:00Z"],
    ["from late on that Monday", "2026-06-01T22:59Z", "2026-06-15T23:00Z"],
    ["from its midnight in London, still Monday in UTC", "2026-06-01T23:00Z", "2026-06-16T23:00Z"],
    ["from a Friday", "2026-06-05T09:00Z", "2026-06-19T23:00Z"],
    ["from a Saturday", "2026-06-06T09:00Z", "2026-06-19T23:00Z"],
    ["from a Sunday", "2026-06-07T09:00Z", "2026-06-19T23:00Z"],
    ["in winter", "2026-11-02T09:00Z", "2026-11-17T00:00Z"],
    ["across the clocks going forward", "2026-03-16T09:00Z", "2026-03-30T23:00Z"],
    ["to the Friday before the clocks go forward", "2025-03-14T09:00Z", "2025-03-29T00:00Z"],
    ["across the clocks going back", "2026-10-19T09:00Z", "2026-11-03T00:00Z"],
    ["to the Friday before the clocks go back", "2026-10-09T09:00Z", "2026-10-23T23:00Z"],
    ["over Easter", "2026-03-30T09:00Z", "2026-04-15T23:00Z"],
    ["over Christmas and the new year", "2026-12-18T09:00Z", "2027-01-07T00:00Z"],
    ["from a bank holiday", "2027-05-03T09:00Z", "2027-05-17T23:00Z"],
  ])("%s", (_, from, end) => {
    expect(endOfWorkingDay(new Date(from), 10)).toEqual(new Date(new Date(end).getTime() - 1));
  });

  test("none are the rest of the day itself", () => {
    expect(endOfWorkingDay(new Date("2026-06-06T09:00Z"), 0).toISOString()).toBe("2026-06-06T22:59:59.999Z");
  });
});
