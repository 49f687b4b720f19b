import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { londonTime, shownAt } from "#lib/domain/london-time.ts";

describe("a day and a time in London", () => {
  test.each([
    ["in winter", "2027-03-01", "09:00", "2027-03-01T09:00:00.000Z"],
    ["in summer", "2027-07-01", "09:00", "2027-07-01T08:00:00.000Z"],
    ["just before clocks go forward", "2027-03-28", "00:59", "2027-03-28T00:59:00.000Z"],
    ["just after clocks go forward", "2027-03-28", "02:00", "2027-03-28T01:00:00.000Z"],
    ["in the hour that comes twice, the first of the two", "2027-10-31", "01:30", "2027-10-31T00:30:00.000Z"],
    ["after clocks went back", "2027-10-31", "02:00", "2027-10-31T02:00:00.000Z"],
    ["at midnight in summer", "2027-07-01", "00:00", "2027-06-30T23:00:00.000Z"],
  ])("is read %s", (_, day, time, expected) => {
    expect(londonTime(day, time)?.toISOString()).toBe(expected);
  });

  test.each([
    ["2027-03-28", "01:30"],
    ["2027-02-29", "09:00"],
    ["2027-13-01", "09:00"],
    ["2027-03-01", "24:00"],
    ["2027-03-01", "9:00"],
    ["1 March 2027", "09:00"],
    ["", ""],
  ])("is none where no clock shows it: %s %s", (day, time) => {
    expect(londonTime(day, time)).toBeNull();
  });

  test("comes back from any minute, but for the second of the hour that comes twice", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
        (date) => {
          const minute = new Date(Math.floor(date.getTime() / 60_000) * 60_000);
          const back = londonTime(...shownAt(minute));
          expect([0, -60 * 60_000]).toContain((back?.getTime() ?? NaN) - minute.getTime());
        },
      ),
    );
  });
});
