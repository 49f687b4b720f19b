import { expect, test } from "vitest";
import { db } from "#lib/data/db.ts";
import { publicly, raiseGeneration } from "#lib/data/generation.ts";
import { holdUntilChanged } from "#lib/data/held.ts";

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
