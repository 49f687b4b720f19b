import { expect, test } from "vitest";
import { db } from "#lib/data/db.ts";
import { getGeneration, publicly, raiseGeneration } from "#lib/data/generation.ts";
import { holdEachUntilChanged, holdUntilChanged } from "#lib/data/held.ts";
import { readFrom } from "#lib/data/replicas/scope.ts";
import { during } from "#lib/ops/here.ts";

test("what is held is read once in a state, and anew in the next one and in another history's of the same number", async () => {
  let reads = 0;
  const read = holdUntilChanged(async () => (reads += 1));
  await publicly(raiseGeneration);
  expect([await read(), await read()]).toEqual([1, 1]);
  await publicly(raiseGeneration);
  expect([await read(), await read()]).toEqual([2, 2]);

  const { number } = await db.generation.findUniqueOrThrow({ where: { id: 1 } });
  await db.$executeRaw`update search.generation set stamp = gen_random_uuid() where number = ${number}`;
  expect([await read(), await read()]).toEqual([3, 3]);
});

test("pages that have to show one generation share what they are told of the database's state, but for those from a replica", async () => {
  let reads = 0;
  const read = holdUntilChanged(async () => (reads += 1));
  const readAs = (generation: bigint) => during({ id: "a page", generation }, read);
  await publicly(raiseGeneration);
  const first = await getGeneration();
  expect([await readAs(first), await readAs(first)]).toEqual([1, 1]);
  await publicly(raiseGeneration);
  expect(await readAs(first)).toBe(1);
  expect([await readAs(first + 1n), await readAs(first + 1n)]).toEqual([2, 2]);

  await publicly(raiseGeneration);
  expect(await readFrom("a replica", () => readAs(first + 1n))).toBe(3);
  expect(await readAs(first + 1n)).toBe(4);
  expect(await during({ id: "a page of somebody's own" }, read)).toBe(5);
  // The same number, of another history.
  expect(await readAs((1n << 64n) + first + 1n)).toBe(5);
});

test("a state before the generation that a page has to show is no answer for the next page", async () => {
  let reads = 0;
  const read = holdUntilChanged(async () => (reads += 1));
  const later = (await getGeneration()) + 1n;
  const readAsLater = () => during({ id: "a page", generation: later }, read);
  await readAsLater();
  await publicly(raiseGeneration);
  expect([await readAsLater(), await readAsLater()]).toEqual([2, 2]);
});

test("of what is held under keys, only what is not held yet is read, and all of it anew in the next state", async () => {
  const reads: string[][] = [];
  const read = holdEachUntilChanged(async (keys: readonly string[]) => {
    reads.push([...keys]);
    return new Map(keys.filter((key) => key !== "none").map((key) => [key, `${key}${reads.length}`]));
  }, 3);
  await publicly(raiseGeneration);
  expect([...(await read(["a", "none"]))]).toEqual([["a", "a1"]]);
  expect([...(await read(["b", "a"]))].toSorted()).toEqual([
    ["a", "a1"],
    ["b", "b2"],
  ]);
  await publicly(raiseGeneration);
  expect([...(await read(["a"]))]).toEqual([["a", "a3"]]);
  // No more than three are held: all are let go for the fourth.
  await read(["c", "d", "e"]);
  await read(["a"]);
  expect(reads).toEqual([["a", "none"], ["b"], ["a"], ["c", "d", "e"], ["a"]]);
  expect((await read(["f", "g", "h", "i"])).size).toBe(4);
  await read(["f"]);
  expect(reads.at(-1)).toEqual(["f"]);
});

test("what was read for a state that has passed is not held for the one that came meanwhile", async () => {
  const begun = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  let reads = 0;
  const read = holdEachUntilChanged(async () => {
    const number = (reads += 1);
    if (number === 1) {
      begun.resolve();
      await goOn.promise;
    }
    return new Map([["a", number]]);
  }, 10);
  const slow = read(["a"]);
  await begun.promise;
  await publicly(raiseGeneration);
  expect((await read(["a"])).get("a")).toBe(2);
  goOn.resolve();
  expect((await slow).get("a")).toBe(1);
  expect((await read(["a"])).get("a")).toBe(2);
});
