import { createServer, connect, type AddressInfo, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test, vi } from "vitest";
import type * as Database from "#lib/data/db.ts";
import type * as Limits from "#lib/data/limits.ts";
import { followReplica } from "#lib/data/replicas/replica.ts";
import { followReplicas } from "#lib/data/replicas/replicas.ts";
import { readFrom, replicaHere } from "#lib/data/replicas/scope.ts";
import { createLog } from "#lib/ops/log.ts";
import { createDatabase, dropDatabase } from "#prisma/databases.ts";

/*
 * Two more databases stand for replicas here: what they hold differs, so that it shows which one was read. That real ones are
 * followed is tested with the whole site.
 */
const nameOf = (url: string) => new URL(url).pathname.slice(1);
const urls = ["one", "two"].map((one) => `${process.env["DATABASE_URL"]}_${one}`);
const [url = "", otherUrl = ""] = urls;
const log = createLog("silent");

/** Loaded when the settings are there. */
let data: typeof Database & typeof Limits;

async function run(on: string, sql: string) {
  const client = new pg.Client({ connectionString: on });
  await client.connect();
  return client.query<Record<string, unknown>>(sql).finally(() => client.end());
}
const setNumber = (on: string, number: number) => run(on, `update "Generation" set "number" = ${number}`);

beforeAll(async () => {
  for (const one of urls) await createDatabase(inject("adminUrl"), nameOf(one), inject("template"));
  await run(url, `update "Topic" set "name" = 'As the replica has it' where "slug" = 'buses'`);
  process.env["DATABASE_REPLICA_URLS"] = urls.join(", ");
  data = { ...(await import("#lib/data/db.ts")), ...(await import("#lib/data/limits.ts")) };
});

afterAll(async () => {
  for (const one of urls) await dropDatabase(inject("adminUrl"), nameOf(one));
});

describe("where a replica is to be read", () => {
  const where = { slug: "buses" };
  const nameFromReplica = { name: "As the replica has it" };
  const nameByHand = () => data.db.$queryRaw<{ name: string }[]>`select "name" from "Topic" where "slug" = 'buses'`;

  test("what reads goes there, and goes to the primary anywhere else", async () => {
    const { db } = data;
    await readFrom(url, async () => {
      expect(await db.topic.findUnique({ where })).toMatchObject(nameFromReplica);
      await wait(5);
      expect(await db.topic.findFirst({ where })).toMatchObject(nameFromReplica);
      expect(await db.topic.count({ where: nameFromReplica })).toBe(1);
      expect(await nameByHand()).toMatchObject([nameFromReplica]);
    });
    expect(await db.topic.findUnique({ where })).toMatchObject({ name: "Buses" });
    expect(await nameByHand()).toMatchObject([{ name: "Buses" }]);
    expect(await db.topic.count({ where: nameFromReplica })).toBe(0);
  });

  test("what writes goes to the primary, and so does all of a transaction", async () => {
    const { db, primary, spend } = data;
    await readFrom(url, async () => {
      const { id } = await db.synonym.create({ data: { words: ["quay", "wharf"] } });
      expect(await db.synonym.findUnique({ where: { id } })).toBeNull();
      await db.$executeRaw`update "Synonym" set "words" = '{quay,dock}' where "id" = ${id}::uuid`;
      await db.$transaction(async (tx) => {
        expect(await tx.synonym.findUnique({ where: { id } })).toMatchObject({ words: ["quay", "dock"] });
        expect(await tx.topic.findUnique({ where })).toMatchObject({ name: "Buses" });
        expect(await tx.$queryRaw`select "name" from "Topic" where "slug" = 'buses'`).toEqual([{ name: "Buses" }]);
      });
      await spend("letter", { address: "192.0.2.1", email: "someone@dorset.example" });
    });
    expect(await primary.limitUse.count()).toBeGreaterThan(0);
    expect((await run(url, `select count(*)::int as uses from "LimitUse"`)).rows).toEqual([{ uses: 0 }]);
  });
});

/** Replicas followed until the test ends, of which all answer. */
async function following(...followed: string[]) {
  const replicas = followReplicas(followed, log, (one) => followReplica(one, log, times));
  onTestFinished(() => replicas.close());
  for (const _one of followed) await vi.waitFor(async () => expect(await replicas.reading(0n, chosen)).not.toBeNull());
  return replicas;
}
const times = { connectMs: 500, answerMs: 150, believedMs: 100, restMs: 300 };
const chosen = async () => replicaHere();

describe("a replica", () => {
  test("is read when it has come far enough, from the moment at which it has", async () => {
    await setNumber(url, 5);
    const replicas = await following(url);
    expect(await replicas.reading(5n, chosen)).toBe(url);
    expect(await replicas.reading(6n, chosen)).toBeNull();
    await setNumber(url, 6);
    expect(await replicas.reading(6n, chosen)).toBe(url);
    expect(await replicas.reading(4n, chosen)).toBe(url);
  });

  test("is asked anew in another history of the database, and when what it said was long ago", async () => {
    await setNumber(url, 9);
    const replicas = await following(url);
    expect(await replicas.reading(9n, chosen)).toBe(url);
    await setNumber(url, 3);
    expect(await replicas.reading((1n << 64n) + 8n, chosen)).toBeNull();
    expect(await replicas.reading((1n << 64n) + 3n, chosen)).toBe(url);
    await setNumber(url, 2);
    await wait(times.believedMs + 20);
    expect(await replicas.reading((1n << 64n) + 3n, chosen)).toBeNull();
  });

  test("that is up to date takes what another one is too far behind for, and several take turns", async () => {
    await setNumber(url, 4);
    await setNumber(otherUrl, 4);
    const replicas = await following(url, otherUrl);
    await vi.waitFor(async () => {
      const taken = [await replicas.reading(4n, chosen), await replicas.reading(4n, chosen)];
      expect(new Set(taken)).toEqual(new Set([url, otherUrl]));
    });
    await setNumber(otherUrl, 5);
    for (const _turn of [1, 2, 3]) expect(await replicas.reading(5n, chosen)).toBe(otherUrl);

    const { promise: end, resolve: ended } = Promise.withResolvers<void>();
    const long = replicas.reading(4n, async () => (await end, replicaHere()));
    await wait(10);
    const during = [await replicas.reading(4n, chosen), await replicas.reading(4n, chosen)];
    ended();
    expect(new Set([...during, await long])).toEqual(new Set([url, otherUrl]));
    expect(during[0]).toBe(during[1]);
  });

  test("that cannot be reached keeps nobody waiting, and a request reads one from first to last", async () => {
    const begun = performance.now();
    const replicas = followReplicas(["postgresql://nobody@127.0.0.1:1/none", "postgresql://x@y/%"], log);
    onTestFinished(() => replicas.close());
    expect(await replicas.reading(0n, chosen)).toBeNull();
    expect(performance.now() - begun).toBeLessThan(100);

    const { reading } = await following(url);
    const read = await reading(0n, () => Promise.all([chosen(), wait(20).then(chosen), reading(1n << 62n, chosen)]));
    expect(read).toEqual([url, url, null]);
  });

  test("that stops answering is left out after a moment, and is back when it answers", async () => {
    await setNumber(url, 7);
    const line = await aLineTo(url);
    const replicas = await following(line.url);
    expect(await replicas.reading(7n, chosen)).toBe(line.url);
    line.freeze();
    await wait(times.believedMs + 20);
    const begun = performance.now();
    expect(await replicas.reading(7n, chosen)).toBeNull();
    expect(await replicas.reading(7n, chosen)).toBeNull();
    expect(performance.now() - begun).toBeLessThan(times.answerMs + 200);
    line.thaw();
    await vi.waitFor(async () => expect(await replicas.reading(7n, chosen)).toBe(line.url), { timeout: 5000 });
    line.cut();
    await vi.waitFor(async () => expect(await replicas.reading(0n, chosen)).toBeNull());
  });
});

/** The way to a server, on which the test can make everything stand still. */
async function aLineTo(server: string) {
  const { hostname, port } = new URL(server);
  const ends = new Set<Socket>();
  let frozen = false;
  const line = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(one);
      one.on("data", (chunk) => frozen || other.write(chunk));
      one.on("close", () => other.destroy());
      one.on("error", () => undefined);
    }
  });
  await new Promise<void>((resolve) => line.listen(0, "127.0.0.1", resolve));
  const cut = () => ends.forEach((one) => one.destroy());
  onTestFinished(() => (cut(), void line.close()));
  const at = new URL(server);
  at.port = String((line.address() as AddressInfo).port);
  return { url: at.href, freeze: () => (frozen = true), thaw: () => (frozen = false), cut };
}
