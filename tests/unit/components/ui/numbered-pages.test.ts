import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pageNumbers } from "#components/ui/numbered-pages.tsx";

describe("the page numbers worth offering", () => {
  test.each<[current: number, last: number, shown: string]>([
    [1, 1, "1"],
    [1, 2, "1 2"],
    [2, 3, "1 2 3"],
    [1, 22, "1 2 … 22"],
    [2, 22, "1 2 3 … 22"],
    [3, 22, "1 2 3 4 … 22"],
    [11, 22, "1 … 10 11 12 … 22"],
    [21, 22, "1 … 20 21 22"],
    [22, 22, "1 … 21 22"],
  ])("on page %i of %i", (current, last, shown) => {
    expect(
      pageNumbers(current, last)
        .map((page) => page ?? "…")
        .join(" "),
    ).toBe(shown);
  });

  test("are the ends and the neighbours, in order, with a gap exactly where some are left out", () => {
    const pages = fc
      .integer({ min: 1, max: 500 })
      .chain((last) => fc.tuple(fc.integer({ min: 1, max: last }), fc.constant(last)));
    fc.assert(
      fc.property(pages, ([current, last]) => {
        const offered = pageNumbers(current, last);
        const wanted = [1, current - 1, current, current + 1, last].filter((page) => page >= 1 && page <= last);
        expect(new Set(offered.filter((page) => page !== null))).toEqual(new Set(wanted));
        for (const [index, page] of offered.entries()) {
          const [before, after] = [offered[index - 1] ?? 0, offered[index + 1] ?? last + 1];
          if (page === null) expect(after - before).toBeGreaterThan(1);
          else if (offered[index + 1] !== null && index < offered.length - 1) expect(after - page).toBe(1);
        }
      }),
    );
  });
});
