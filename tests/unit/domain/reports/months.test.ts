import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { monthAfter, monthInLondon, monthsTo, startOfMonth } from "#lib/domain/reports/months.ts";

const moments = fc.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });

describe("months by London’s calendar", () => {
  test.each([
    ["2026-03-31T22:59:59Z", "2026-03"],
    ["2026-03-31T23:00:00Z", "2026-04"],
    ["2026-10-31T23:59:59Z", "2026-10"],
    ["2026-11-01T00:00:00Z", "2026-11"],
    ["2026-12-31T23:59:59Z", "2026-12"],
    ["2027-01-01T00:00:00Z", "2027-01"],
  ])("%s lies in %s", (moment, month) => {
    expect(monthInLondon(new Date(moment))).toBe(month);
  });

  test("the moment a month begins is the first that lies in it", () => {
    fc.assert(
      fc.property(moments, (moment) => {
        const start = startOfMonth(monthInLondon(moment));
        expect(start.getTime()).toBeLessThanOrEqual(moment.getTime());
        expect(monthInLondon(start)).toBe(monthInLondon(moment));
        expect(monthInLondon(new Date(start.getTime() - 1))).toBe(monthAfter(monthInLondon(moment), -1));
      }),
    );
  });

  test("months follow each other without a gap, over the ends of years too, up to that of the date", () => {
    expect(monthsTo(new Date("2026-02-10T12:00:00Z"), 4)).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 60 }), (moment, count) => {
        const months = monthsTo(moment, count);
        expect(months).toHaveLength(count);
        expect(months.at(-1)).toBe(monthInLondon(moment));
        expect(months.slice(1)).toEqual(months.slice(0, -1).map((month) => monthAfter(month, 1)));
        expect(months.toSorted()).toEqual(months);
        for (const month of months) expect(month).toMatch(/^\d{4}-(0[1-9]|1[0-2])$/);
      }),
    );
  });

  test("so many months later and as many earlier is the same month", () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: -600, max: 600 }), (moment, count) => {
        const month = monthInLondon(moment);
        expect(monthAfter(monthAfter(month, count), -count)).toBe(month);
      }),
    );
  });

  test("what is no month begins never", () => {
    expect(() => startOfMonth("2026-13")).toThrow("no month");
  });
});
