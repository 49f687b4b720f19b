import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { BarsChart } from "#components/reports/bars-chart.tsx";
import { ColumnsChart } from "#components/reports/columns-chart.tsx";
import { DaysChart } from "#components/reports/days-chart.tsx";
import { barsInWords, countsInWords, daysInWords, type DaysOfMonth } from "#components/reports/words.ts";
import { monthsTo } from "#lib/domain/reports/months.ts";

const months = monthsTo(new Date("2026-11-20T12:00:00Z"), 24);
const zeros = months.map(() => 0);
const at = (changes: Record<number, number>) => zeros.map((zero, place) => changes[place] ?? zero);
const decided = (changes: Record<number, [number, number]>): DaysOfMonth[] =>
  months.map((month, place) => ({
    month,
    median: changes[place]?.[0] ?? null,
    ninetieth: changes[place]?.[1] ?? null,
  }));

const columns = (values: number[], top = Math.max(...values)) =>
  renderToStaticMarkup(createElement(ColumnsChart, { id: "sent", title: "Sent", months, values, top }));
const days = (changes: Record<number, [number, number]>) =>
  renderToStaticMarkup(createElement(DaysChart, { id: "days", title: "Days", months: decided(changes) }));
const bars = (values: number[]) =>
  renderToStaticMarkup(
    createElement(BarsChart, {
      id: "bars",
      title: "Bars",
      bars: values.map((value, i) => ({ name: `Band ${i}`, value })),
    }),
  );
const textsIn = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text);

describe("every chart", () => {
  test.each([
    ["columns", columns(at({ 3: 12, 23: 5 })), "sent"],
    ["days", days({ 3: [4, 9], 23: [2, 3] }), "days"],
    ["bars", bars([3, 0, 12_345]), "bars"],
  ])("%s: is one picture with a name and a description, drawn in the colour of text, without styles", (_, svg, id) => {
    expect(svg).toContain(`<svg role="img" aria-labelledby="${id}-title" aria-describedby="${id}-words"`);
    expect(svg).toMatch(new RegExp(`<title id="${id}-title">[^<]+</title><desc id="${id}-words">[^<]{20,}</desc>`));
    expect(svg).not.toMatch(/ style=|NaN|Infinity|undefined|#[0-9a-f]{3}|viewBox/);
    const colours = [...svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour);
    expect(new Set(colours)).toEqual(new Set(["currentColor", "none"]));
  });

  test("stays within its frame, whatever the numbers are", () => {
    const all = columns(at({ 0: 1, 12: 999_999, 23: 3 })) + days({ 0: [1, 1], 5: [2, 4000] }) + bars([0, 1, 999_999]);
    for (const [, size] of all.matchAll(/ (?:x|x1|x2|cx|width)="([\d.-]+)%"/g)) {
      expect(Number(size)).toBeGreaterThanOrEqual(0);
      expect(Number(size)).toBeLessThanOrEqual(100);
    }
    for (const [, size] of all.matchAll(/ (?:y|y1|y2|cy|height)="([\d.-]+)em"/g))
      expect(Number(size)).toBeGreaterThanOrEqual(0);
  });
});

describe("columns", () => {
  test("one for each month that has any; the highest and the latest say what they are", () => {
    const svg = columns(at({ 3: 12, 10: 4, 23: 5 }));
    expect(svg.match(/<rect/g)).toHaveLength(3);
    expect(textsIn(svg)).toEqual(["highest 12", "latest 5", "Dec 2024", "Jan 2026", "Nov 2026"]);
  });

  test("a latest that is also the highest says so once", () => {
    expect(textsIn(columns(at({ 23: 1234 })))[0]).toBe("latest, and highest, 1,234");
  });

  test("their words name the highest, the lowest and the latest", () => {
    expect(countsInWords(months, at({ 3: 12, 10: 4, 23: 5 }))).toBe(
      "Highest: 12 in March 2025. Lowest: 0 in December 2024 and 20 other months. Latest: 5 in November 2026, which is not over.",
    );
  });
});

describe("days to a decision", () => {
  test("a month without one is a gap, not a nought", () => {
    const svg = days({ 3: [4, 9], 20: [1, 58], 22: [2, 3] });
    expect(svg.match(/<circle/g)).toHaveLength(3);
    expect(textsIn(svg).slice(0, 2)).toEqual(["highest 58", "latest 2 and 3"]);
  });

  test("their words say both measures and the gaps", () => {
    const words = daysInWords(decided({ 3: [4, 9], 20: [1, 58], 22: [2, 3] }));
    expect(words).toContain(
      "Half were decided within 1 day at the quickest, in August 2026, and within 4 days at the slowest",
    );
    expect(words).toContain("Latest, in October 2026: half within 2 days, nine in ten within 3 days.");
    expect(words).toContain("No decision in December 2024 and 20 other months.");
  });

  test("months that are all alike are said once", () => {
    expect(daysInWords(decided({ 3: [21, 30], 20: [21, 40] }))).toMatch(
      /^Half were decided within 21 days in every month that had a decision\. Nine in ten were decided within 30 days at the quickest/,
    );
  });

  test("one month alone has its say, and none has no chart", () => {
    expect(textsIn(days({ 23: [7, 7] }))[0]).toBe("latest 7 and 7");
    expect(days({})).toBe("");
    expect(daysInWords(decided({}))).toBe("");
  });
});

test("bars say all their numbers, and which are the most", () => {
  const given = [
    { name: "Under 1 week", value: 3 },
    { name: "December 2026", value: 1200 },
    { name: "12 weeks or more", value: 1200 },
  ];
  expect(barsInWords(given)).toBe(
    "Under 1 week: 3; December 2026: 1,200; 12 weeks or more: 1,200. " +
      "The most: December 2026 and 12 weeks or more. All together: 2,403.",
  );
});
