import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { archiveKey, archiveOf, batchesOf, batchSize, subscriptionOf } from "#lib/feeds/archives.ts";

interface Row {
  id: number;
  publishedAt: Date;
}

const day = 86_400_000;
const newestFirst = (rows: readonly Row[]) =>
  rows.toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || a.id - b.id);
const published = (days: readonly number[]): Row[] =>
  newestFirst(days.map((after, id) => ({ id, publishedAt: new Date(Date.UTC(2020, 0, 1) + after * day + id) })));

const anyDays = fc.array(fc.integer({ min: 0, max: 1200 }), { maxLength: 150 });

const batchesFor = (rows: readonly Row[]) => {
  const months = Map.groupBy(rows, ({ publishedAt }) => publishedAt.toISOString().slice(0, 7));
  return batchesOf([...months].map(([month, { length: count }]) => ({ month, count })));
};

/** Reads a feed from its newest document back. `meanwhile` gives what there is at each step. */
function walk(meanwhile: (step: number) => Row[]): number[] {
  const seen: Row[] = [];
  let rows = meanwhile(0);
  let document = subscriptionOf(batchesFor(rows));
  for (let step = 1; ; step++) {
    seen.push(...rows.slice(document.from, document.from + document.size));
    if (!document.previous) return seen.map(({ id }) => id);
    rows = meanwhile(step);
    document = archiveOf(batchesFor(rows), document.previous);
  }
}

describe("a walk back through the archives", () => {
  test("meets everything once, newest first", () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const rows = published(days);
        expect(walk(() => rows)).toEqual(rows.map(({ id }) => id));
      }),
    );
  });

  test("meets everything once that was there when it began, while something is published at every step", () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const rows = published(days);
        const newer = (count: number): Row[] =>
          Array.from({ length: count * 3 }, (_, index) => ({
            id: 1000 + index,
            publishedAt: new Date(Date.UTC(2020, 0, 1) + (1201 + index) * day),
          }));
        const met = walk((step) => newestFirst([...newer(step), ...rows]));
        expect(met).toEqual(rows.map(({ id }) => id));
      }),
    );
  });

  test("meets everything else once when something was withdrawn after it began, where months are small", () => {
    const rows = published(Array.from({ length: 60 }, (_, index) => index * 5));
    for (const gone of rows) {
      const left = rows.filter(({ id }) => id !== gone.id);
      const met = walk((step) => (step ? left : rows));
      expect(met.filter((id) => id !== gone.id)).toEqual(left.map(({ id }) => id));
    }
  });
});

describe("archives", () => {
  test("of a month are cut after every ten from its beginning", () => {
    const rows = published(Array.from({ length: 23 }, (_, index) => index));
    const batches = batchesFor(rows);
    expect(batches.map(({ key, size }) => [key, size])).toEqual([
      ["2020-01.3", 3],
      ["2020-01.2", 10],
      ["2020-01", 10],
    ]);
    for (const { key } of batches) expect(key).toMatch(archiveKey);
  });

  test("have at most ten entries, the document to subscribe to at least ten where there are, and fewer than twenty", () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const batches = batchesFor(published(days));
        for (const { size } of batches) expect(size).toBeLessThanOrEqual(batchSize);
        const { size } = subscriptionOf(batches);
        expect(size).toBeGreaterThanOrEqual(Math.min(days.length, 10));
        expect(size).toBeLessThan(20);
      }),
    );
  });

  test("lead back and forth, and nowhere beyond the first or into the document to subscribe to", () => {
    const batches = batchesFor(published(Array.from({ length: 40 }, (_, index) => index * 6)));
    const { previous } = subscriptionOf(batches);
    expect(archiveOf(batches, previous ?? "").next).toBeNull();
    const before = archiveOf(batches, archiveOf(batches, previous ?? "").previous ?? "");
    expect(before.next).toBe(previous);
    expect(archiveOf(batches, "2020-01").previous).toBeNull();
  });

  test("whose entries have all gone are empty and still lead on", () => {
    const batches = batchesFor(published([...Array.from({ length: 12 }, () => 100), 1]));
    expect(archiveOf(batches, "2020-02")).toMatchObject({ size: 0, previous: "2020-01", next: null });
    expect(archiveOf(batches, "2019-12")).toMatchObject({ size: 0, previous: null, next: "2020-01" });
  });
});

test("only keys of archives are keys", () => {
  for (const key of ["2024-03", "2024-12.2", "2024-03.10"]) expect(key).toMatch(archiveKey);
  for (const key of ["", "2024-13", "2024-03.1", "2024-03.0", "2024-03.01", "2024", "x2024-03"])
    expect(key).not.toMatch(archiveKey);
});
