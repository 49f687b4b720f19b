import { readFile } from "node:fs/promises";
import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { heldTick } from "#lib/ops/held-tick.ts";

test("one entry of what is to be done next is held, of the shape that all have", async () => {
  await turn();
  const held = heldTick();
  expect(held).toHaveProperty("callback", expect.any(Function));
  await new Promise<void>((resolve) => {
    process.nextTick(resolve);
  });
  expect(heldTick()).toBe(held);
});

test.each(["start", "renderer"])("%s holds it before anything else is loaded", async (program) => {
  const [first] = (await readFile(`lib/programs/${program}.ts`, "utf8")).split("\n");
  expect(first).toBe(`import "#lib/ops/held-tick.ts";`);
});
