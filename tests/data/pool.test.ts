import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { openPool } from "#lib/data/pool.ts";
import { openWire } from "#tests/support/wire.ts";

/** One connection to the database of this test, over a wire that can be cut. */
async function aPool(silenceMs: number) {
  const wire = await openWire(process.env["DATABASE_URL"] ?? "");
  const pool = openPool({ url: wire.url, max: 1, silenceMs, waitMs: 3000 });
  pool.on("error", () => undefined);
  onTestFinished(async () => {
    wire.close();
    await pool.end();
  });
  const own = async () => (await pool.query<{ pid: number }>("select pg_backend_pid() as pid")).rows[0]?.pid;
  return { wire, pool, own };
}

test("a connection that is lost without a word is given up, and the next one works", async () => {
  const { wire, own } = await aPool(300);
  const first = await own();
  wire.cut();
  const begun = performance.now();
  await expect(own()).rejects.toThrow("The database did not answer");
  expect(performance.now() - begun).toBeLessThan(2000);
  wire.mend();
  expect(await own()).not.toBe(first);
});

test("one that was lost in a transaction is not used again", async () => {
  const { wire, pool, own } = await aPool(300);
  const client = await pool.connect();
  client.on("error", () => undefined);
  await client.query("begin");
  const first = (await client.query<{ pid: number }>("select pg_backend_pid() as pid")).rows[0]?.pid;
  wire.cut();
  await expect(client.query("select 1")).rejects.toThrow();
  client.release();
  wire.mend();
  expect(await own()).not.toBe(first);
});

test("one that nobody waits on may be silent, and so may all where nothing is said about it", async () => {
  const { own } = await aPool(200);
  const first = await own();
  await wait(500);
  expect(await own()).toBe(first);

  const { pool } = await aPool(0);
  expect((await pool.query("select pg_sleep(0.5)")).rowCount).toBe(1);
});
