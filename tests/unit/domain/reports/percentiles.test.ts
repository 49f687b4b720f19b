import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extremesOf } from "#lib/domain/reports/extremes.ts";
import { percentile, toldDays } from "#lib/domain/reports/percentiles.ts";

const sorted = fc
  .array(fc.double({ min: 0, max: 5000, noNaN: true }), { minLength: 1, maxLength: 60 })
  .map((values) => values.toSorted((a, b) => a - b));
const shares = fc.double({ min: 0, max: 1, noNaN: true });

describe("a percentile", () => {
  test.each([
    [[7], 0.5, 7],
    [[7], 0.9, 7],
    [[1, 3], 0.5, 2],
    [[1, 2, 3, 4], 0.5, 2.5],
    [[0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 0.9, 90],
    [[10, 20], 0.9, 19],
    [[], 0.5, null],
  ])("of %j, %d is %d", (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });

  test("leaves at least its share of the values at or below it, and at least the rest at or above it, counted by steps", () => {
    fc.assert(
      fc.property(sorted, shares, (values, share) => {
        const found = percentile(values, share) ?? NaN;
        const steps = values.length - 1;
        expect(values.filter((value) => value <= found).length).toBeGreaterThanOrEqual(
          Math.floor(steps * share) + 1 - 1e-9,
        );
        expect(values.filter((value) => value >= found).length).toBeGreaterThanOrEqual(Math.floor(steps * (1 - share)));
        expect(found).toBeGreaterThanOrEqual(values[0] ?? NaN);
        expect(found).toBeLessThanOrEqual(values.at(-1) ?? NaN);
      }),
    );
  });

  test("never falls when the share rises; at its ends it is the smallest and the largest", () => {
    fc.assert(
      fc.property(sorted, shares, shares, (values, one, two) => {
        const [low, high] = [Math.min(one, two), Math.max(one, two)];
        expect(percentile(values, low) ?? NaN).toBeLessThanOrEqual((percentile(values, high) ?? NaN) + 1e-9);
        expect([percentile(values, 0), percentile(values, 1)]).toEqual([values[0], values.at(-1)]);
      }),
    );
  });
});

test("days are told whole, and never as none", () => {
  expect([0.1, 0.6, 1.4, 11.5].map(toldDays)).toEqual([1, 1, 1, 12]);
});

describe("what stands out in a series", () => {
  test("is where it is the highest, the lowest and the latest; gaps are none of these", () => {
    expect(extremesOf([null, 3, 0, 3, null])).toEqual({
      highest: { value: 3, places: [1, 3] },
      lowest: { value: 0, places: [2] },
      latest: { value: 3, places: [3] },
    });
    expect(extremesOf([null, null])).toBeNull();
    expect(extremesOf([])).toBeNull();
  });

  test("holds for any series", () => {
    const series = fc.array(fc.option(fc.nat(9), { nil: null }), { minLength: 1 });
    fc.assert(
      fc.property(series, (values) => {
        const found = extremesOf(values);
        for (const value of values.filter((one) => one !== null)) {
          expect(value).toBeLessThanOrEqual(found?.highest.value ?? NaN);
          expect(value).toBeGreaterThanOrEqual(found?.lowest.value ?? NaN);
        }
        for (const { value, places } of found ? Object.values(found) : [])
          for (const place of places) expect(values[place]).toBe(value);
      }),
    );
  });
});
