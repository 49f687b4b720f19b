import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { db } from "#lib/data/db.ts";
import { getGeneration, publicly, raiseGeneration } from "#lib/data/generation.ts";
import { watchGeneration } from "#lib/data/watch-generation.ts";
import { createLog } from "#lib/ops/log.ts";

/** A watch that knows, closed with the test. */
async function aWatch() {
  const watch = watchGeneration(createLog("silent"));
  onTestFinished(() => watch.close());
  await vi.waitFor(() => expect(watch.known()).not.toBeNull(), { timeout: 5000 });
  return watch;
}

const cutOff = () =>
  db.$queryRaw`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'casebook pages' and datname = current_database()`;

describe("a change of what is public", () => {
  test("is over only when every process has heard of it", async () => {
    const watches = [await aWatch(), await aWatch(), await aWatch()];
    for (let turn = 0; turn < 100; turn += 1) {
      await publicly(raiseGeneration);
      const now = await getGeneration();
      for (const watch of watches) expect(watch.known()).toBe(now);
    }
  });

  test("that is rolled back is heard of by nobody, and waits for nobody", async () => {
    const watch = await aWatch();
    const before = watch.known();
    const failing = publicly(async (tx) => {
      await raiseGeneration(tx);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    await wait(50);
    expect(watch.known()).toBe(before);
  });

  test("waits for a process that does not answer until its lease has run out, and no longer", async () => {
    await db.$executeRaw`insert into "Lease" values (${randomUUID()}::uuid, 0, now() + interval '700 ms')`;
    const begun = performance.now();
    await publicly(raiseGeneration);
    const took = performance.now() - begun;
    expect(took).toBeGreaterThan(500);
    expect(took).toBeLessThan(3000);
  });

  test("cannot be made in another kind of transaction", async () => {
    await expect(db.$transaction(raiseGeneration)).rejects.toThrow("publicly()");
  });
});

describe("a watch", () => {
  test("knows nothing while it is cut off, and finds its way back to what was changed meanwhile", async () => {
    const watch = await aWatch();
    await cutOff();
    await vi.waitFor(() => expect(watch.known()).toBeNull());
    await publicly(raiseGeneration);
    const now = await getGeneration();
    expect(await watch.ask()).toBe(now);
    expect(watch.last().generation).toBe(now);
    await vi.waitFor(() => expect(watch.known()).toBe(now), { timeout: 5000 });
  });

  test("that is asked by many at once never answers with a number from before they asked", async () => {
    const watch = await aWatch();
    const first = watch.ask();
    await publicly(raiseGeneration);
    const now = await getGeneration();
    const later = await Promise.all(Array.from({ length: 20 }, () => watch.ask()));
    await first;
    expect(new Set(later)).toEqual(new Set([now]));
  });

  test("takes a database that was put back for another one, whose pages have to be made anew", async () => {
    const watch = await aWatch();
    await publicly(raiseGeneration);
    const before = watch.known() ?? 0n;
    await db.$executeRaw`update "Generation" set "number" = "number" - 1`;
    await vi.waitFor(() => expect(watch.known()).toBeGreaterThan(before), { timeout: 5000 });
    const back = watch.known();
    await publicly(raiseGeneration);
    expect(watch.known()).not.toBe(before);
    expect(watch.known()).toBeGreaterThan(back ?? 0n);
  });

  test("takes a state of the same number with another stamp for another history's", async () => {
    const watch = await aWatch();
    await publicly(raiseGeneration);
    const before = watch.known() ?? 0n;
    const number = BigInt.asUintN(64, before);
    const takeOver = () =>
      db.$executeRaw`update search.generation set stamp = gen_random_uuid() where number = ${number}`;
    await takeOver();
    const after = (await watch.ask()) ?? 0n;
    expect(after).toBeGreaterThan(before);
    expect(BigInt.asUintN(64, after)).toBe(number);
    await takeOver();
    // Nobody asks: it is read with the next lease.
    await vi.waitFor(() => expect(watch.known()).toBeGreaterThan(after), { timeout: 5000 });
    expect(await watch.ask()).toBe(watch.known());
  });

  test("is not misled by a notification of something else", async () => {
    const watch = await aWatch();
    const before = watch.known();
    await db.$executeRaw`select pg_notify('generation', '99999999999')`;
    await db.$executeRaw`select pg_notify('generation', 'nonsense')`;
    await wait(100);
    expect(watch.known()).toBe(before);
  });

  test("that is closed leaves no lease to wait for", async () => {
    const watch = watchGeneration(createLog("silent"));
    await vi.waitFor(() => expect(watch.known()).not.toBeNull(), { timeout: 5000 });
    await watch.close();
    expect(watch.known()).toBeNull();
    expect(await db.lease.count({ where: { until: { gt: new Date() } } })).toBe(0);
  });
});
