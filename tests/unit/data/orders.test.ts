import fc from "fast-check";
import { expect, test } from "vitest";
import { orderOf, reordered } from "#lib/data/listing/orders.ts";

const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 40 });

test("an order whose numbers moved, came and went is the one that they say they have", () => {
  fc.assert(
    fc.property(
      numbers,
      numbers,
      fc.subarray(Array.from({ length: 60 }, (_, index) => index + 1)),
      (before, after, touched) => {
        // What neither moved nor came or went stands in the same order before and after.
        const stayed = new Set(before.filter((number) => after.includes(number) && !touched.includes(number)));
        const kept = before.filter((number) => stayed.has(number));
        let next = 0;
        const wanted = after.map((number) => (stayed.has(number) ? (kept[next++] ?? number) : number));
        const changed = [...new Set([...before, ...wanted])].filter((number) => !stayed.has(number));
        const moved = wanted.flatMap((number, place) =>
          stayed.has(number) ? [] : { number, after: wanted[place - 1] ?? null },
        );

        const order = reordered(orderOf(Uint32Array.from(before)), changed, moved);
        expect([...order.numbers]).toEqual(wanted);
        expect(wanted.map(order.placeOf)).toEqual(wanted.map((_, place) => place));
      },
    ),
    { numRuns: 500 },
  );
});
