import { describe, expect, test } from "vitest";
import { createTurns } from "#lib/gate/renderer/turns.ts";

const patient = () => new AbortController().signal;

describe("turns", () => {
  test("are given at once up to the bound, then in the order of asking", async () => {
    const turns = createTurns(1, 2);
    const order: string[] = [];
    const first = await turns.take(patient());
    const second = turns.take(patient()).then((release) => (order.push("second"), release));
    const third = turns.take(patient()).then((release) => (order.push("third"), release));

    expect(await turns.take(patient())).toBe(null);
    first?.();
    (await second)?.();
    (await third)?.();
    expect(order).toEqual(["second", "third"]);
  });

  test("cannot be given back twice", async () => {
    const turns = createTurns(1, 0);
    const first = await turns.take(patient());
    first?.();
    const second = await turns.take(patient());
    first?.();
    expect(second).not.toBe(null);
    expect(await turns.take(patient())).toBe(null);
  });

  test("are not kept for those who gave up waiting", async () => {
    const turns = createTurns(1, 1);
    const first = await turns.take(patient());
    const leaving = new AbortController();
    const second = turns.take(leaving.signal);
    leaving.abort();
    expect(await second).toBe(null);
    expect(await turns.take(leaving.signal)).toBe(null);

    const third = turns.take(patient());
    first?.();
    expect(await third).not.toBe(null);
  });
});
