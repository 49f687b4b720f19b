import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { latestClosing } from "#lib/domain/alerts/closing.ts";
import { shownAt } from "#lib/domain/london-time.ts";

const closing = (frequency: "daily" | "weekly", now: string) => latestClosing(frequency, new Date(now)).toISOString();

describe("letters of every day tell of what was published until five minutes before seven in London", () => {
  test.each([
    ["in winter, at seven", "2026-11-27T07:00:00Z", "2026-11-27T06:55:00.000Z"],
    ["in winter, a moment earlier", "2026-11-27T06:59:59Z", "2026-11-26T06:55:00.000Z"],
    ["in summer, at seven", "2026-07-01T06:00:00Z", "2026-07-01T05:55:00.000Z"],
    ["in summer, a moment earlier", "2026-07-01T05:59:59Z", "2026-06-30T05:55:00.000Z"],
    ["on the night the clocks go forward", "2027-03-28T06:00:00Z", "2027-03-28T05:55:00.000Z"],
    ["early on that day", "2027-03-28T00:30:00Z", "2027-03-27T06:55:00.000Z"],
    ["on the night the clocks go back", "2026-10-25T07:00:00Z", "2026-10-25T06:55:00.000Z"],
    ["early on that day, in the hour that comes twice", "2026-10-25T01:30:00Z", "2026-10-24T05:55:00.000Z"],
    ["on the first of a year", "2027-01-01T03:00:00Z", "2026-12-31T06:55:00.000Z"],
  ])("%s", (_when, now, expected) => expect(closing("daily", now)).toBe(expected));
});

describe("letters of every week do so on Mondays", () => {
  test.each([
    ["Monday at seven", "2026-11-30T07:00:00Z", "2026-11-30T06:55:00.000Z"],
    ["Monday before seven", "2026-11-30T06:00:00Z", "2026-11-23T06:55:00.000Z"],
    ["Sunday evening", "2026-11-29T22:00:00Z", "2026-11-23T06:55:00.000Z"],
    ["Sunday after midnight in London, before it in Greenwich", "2026-06-28T23:30:00Z", "2026-06-22T05:55:00.000Z"],
    ["the week after the clocks went back", "2026-10-28T12:00:00Z", "2026-10-26T06:55:00.000Z"],
    ["the Monday after they went forward", "2027-03-29T06:00:00Z", "2027-03-29T05:55:00.000Z"],
  ])("%s", (_when, now, expected) => expect(closing("weekly", now)).toBe(expected));
});

test("it is always in the past, at 06:55, no further back than a day or a week, and never goes back", () => {
  const instants = fc.date({ min: new Date("2020-01-01"), max: new Date("2035-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(instants, fc.nat(20_000), fc.constantFrom("daily", "weekly"), (now, minutes, frequency) => {
      const at = latestClosing(frequency, now);
      const hours = (now.getTime() - at.getTime()) / 3_600_000;
      expect(shownAt(at)[1]).toBe("06:55");
      expect(hours).toBeGreaterThan(0);
      expect(hours).toBeLessThan((frequency === "daily" ? 24 : 7 * 24) + 1.1);
      const later = latestClosing(frequency, new Date(now.getTime() + minutes * 60_000));
      expect(later.getTime()).toBeGreaterThanOrEqual(at.getTime());
    }),
  );
});
