import { expect, test } from "vitest";
import { inTurn } from "#lib/transfer/word/child/in-turn.ts";

test("a few wait for their turn, and whoever comes after them is told at once", async () => {
  const gate = Promise.withResolvers<string>();
  let most = 0;
  let running = 0;
  const work = async () => {
    most = Math.max(most, ++running);
    const done = await gate.promise;
    running -= 1;
    return done;
  };
  const taken = Array.from({ length: 10 }, () => inTurn(work));
  expect(await inTurn(work)).toBeNull();
  gate.resolve("read");
  expect(new Set(await Promise.all(taken))).toEqual(new Set(["read"]));
  expect(most).toBe(2);
  expect(await inTurn(work)).toBe("read");
});
