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

  test("go to the newest when all who wait would wait too long, and to the first again when the queue moves", async () => {
    const turns = createTurns(1, 9, 400);
    const order: string[] = [];
    const enter = (name: string) => turns.take(patient()).then((release) => (order.push(name), release));
    // A fifth of it is the mean: too long for three who wait, and not for one.
    const first = await turns.take(patient());
    const waiting = [enter("oldest"), enter("older")];
    const fresh = enter("newest");
    await new Promise((resolve) => setTimeout(resolve, 1000));
    first?.();
    (await fresh)?.();
    for (const turn of waiting) (await turn)?.();
    expect(order).toEqual(["newest", "oldest", "older"]);

    const again = await turns.take(patient());
    const [one, other] = [enter("one"), enter("other")];
    again?.();
    (await one)?.();
    (await other)?.();
    expect(order.slice(3)).toEqual(["one", "other"]);
  });
});
