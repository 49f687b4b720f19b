import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createDatabase } from "#prisma/databases.ts";
import type { EmbeddedDatabase } from "#prisma/embedded.ts";
import { startSite, type RunningSite } from "#tests/support/running-site.ts";
import { startWithStandby, type Standby } from "#tests/support/standby.ts";

const name = "casebook_test_replicas";
let folder: string;
let primary: EmbeddedDatabase;
let standby: Standby;
let site: RunningSite;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "casebook-replicas-"));
  await chmod(folder, 0o755);
  ({ primary, standby } = await startWithStandby(folder));
  await createDatabase(primary.urlOf("postgres"), name);
  const settings = { DATABASE_URL: primary.urlOf(name), DATABASE_REPLICA_URLS: standby.urlOf(name) };
  // What this file does itself, it does to the same database.
  process.env["DATABASE_URL"] = settings.DATABASE_URL;
  site = await startSite({ ...settings, SECRET: process.env["SECRET"] ?? "", DATA_DIR: folder, JOBS: "off" });
  await publish("A canal by night");
  await write(everywhere);
  await untilReplicaIsRead();
}, 120_000);

afterAll(async () => {
  await site.stop();
  const { db } = await import("#lib/data/db.ts");
  await db.$disconnect();
  await standby.stop();
  await primary.stop();
  await rm(folder, { recursive: true, force: true });
});

async function ask(path: string, init: RequestInit = {}) {
  const answer = await fetch(`${site.address}${path}`, { redirect: "manual", ...init });
  return { status: answer.status, location: answer.headers.get("location") ?? "", text: await answer.text() };
}

async function publish(title: string) {
  const { aVersion } = await import("#tests/support/versions.ts");
  return aVersion("published", { title, council: "dorset" });
}

let asked = 0;
/** The address of a list of everything that nobody has asked for yet. */
function aNewAddress() {
  asked += 1;
  return `/case-studies?from=19${10 + (asked % 90)}-0${1 + (Math.floor(asked / 90) % 9)}`;
}

/** The address of a search that nobody has asked for yet. What it shows of a text is read for it, and held by nobody. */
const aNewSearch = () => `${aNewAddress()}&q=canal`;

const everywhere = "On both of them";
const onlyThere = "Only on the primary";

/** How a search shows what was written. */
const shown = (words: string) => `<p class="passage">${words}: the <mark>canal</mark>`;

/** Writes into the one text without a word to anybody, triggers included, on the primary alone as long as the standby is paused. */
async function write(words: string) {
  const { db } = await import("#lib/data/db.ts");
  const changed = await db.$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`;
    return tx.$executeRaw`
      update "ListingText" set "body" = ${`${words}: the canal`}
       where "caseStudyId" = (select "caseStudyId" from "Listing" where "slug" = 'a-canal-by-night')`;
  });
  expect(changed).toBe(1);
}

async function untilCaughtUp() {
  const numberOn = async (server: EmbeddedDatabase) => {
    const client = new pg.Client({ connectionString: server.urlOf(name) });
    await client.connect();
    const { rows } = await client.query(`select "number" from "Generation"`).finally(() => client.end());
    return rows;
  };
  await vi.waitFor(async () => expect(await numberOn(standby)).toEqual(await numberOn(primary)), { timeout: 10_000 });
}

/** With the standby stopped where it is, what only the primary has is not on a page that is read from the standby. */
async function untilReplicaIsRead() {
  await untilCaughtUp();
  await standby.pause();
  await write(onlyThere);
  await vi.waitFor(async () => expect((await ask(aNewSearch())).text).toContain(shown(everywhere)), {
    timeout: 10_000,
    interval: 200,
  });
  await write(everywhere);
  await standby.resume();
}

test("public pages are read from the replica; what follows a change of one's own, from the primary", async () => {
  const { cookieOf } = await import("#tests/support/sessions.ts");
  const { aPerson } = await import("#tests/support/people.ts");
  await untilCaughtUp();
  await standby.pause();
  await write(onlyThere);
  expect((await ask(aNewSearch())).text).toContain(shown(everywhere));
  expect((await ask(`${aNewSearch()}&unknown=1`)).text).toContain(shown(onlyThere));
  for (const path of ["/", "/councils/dorset", "/topics/buses", "/suggestions?q=canal", aNewAddress()])
    expect((await ask(path)).text, path).toContain("A canal by night");

  const body = new URLSearchParams({ title: "Trams for Poole", council: "Dorset Council" });
  const started = await ask("/submit/start/save", { method: "POST", body, headers: { origin: site.address } });
  expect(started.status).toBe(303);
  expect((await ask(started.location.replace(/\/email$/, ""))).text).toContain("Trams for Poole");
  const editor = await aPerson("editor");
  expect((await ask("/editor/queue", { headers: { cookie: await cookieOf(editor.id) } })).status).toBe(200);

  const { db } = await import("#lib/data/db.ts");
  expect(await db.version.count({ where: { state: "draft" } })).toBe(1);
  await write(everywhere);
  await standby.resume();
});

test("what is published is on every page at once while the replica lags, and the replica is read again when it has caught up", async () => {
  await standby.pause();
  for (let turn = 1; turn <= 3; turn += 1) {
    await publish(`Quillwort number ${turn}`);
    for (const path of ["/case-studies", "/councils/dorset", aNewAddress()])
      expect((await ask(path)).text, path).toContain(`Quillwort number ${turn}`);
  }
  await standby.resume();
  await untilReplicaIsRead();
});

test("no answer is older than the last publication while the replica is always a little behind", async () => {
  let last = "A canal by night";
  let stop = false;
  const stale: string[] = [];
  const readers = Array.from({ length: 4 }, async (_, reader) => {
    for (let turn = reader; !stop; turn += 1) {
      const expected = last;
      const path = ["/case-studies", "/councils/dorset", aNewAddress()][turn % 3] ?? "/";
      const { status, text } = await ask(path);
      if (status !== 200 || !text.includes(expected)) stale.push(`${path} answered ${status} without ${expected}`);
    }
  });
  for (let turn = 1; turn <= 12; turn += 1) {
    const title = `Pillwort number ${turn}`;
    await publish(title);
    last = title;
  }
  stop = true;
  await Promise.all(readers);
  expect(stale).toEqual([]);
});

test("with the replica killed no page fails, and it is read again when it is back", async () => {
  const statuses: number[] = [];
  let stop = false;
  const readers = Array.from({ length: 6 }, async () => {
    while (!stop) statuses.push((await ask(aNewAddress())).status);
  });
  await vi.waitFor(() => expect(statuses.length).toBeGreaterThan(20), { timeout: 10_000 });
  await standby.kill();
  const before = statuses.length;
  await vi.waitFor(() => expect(statuses.length).toBeGreaterThan(before + 40), { timeout: 10_000 });
  stop = true;
  await Promise.all(readers);
  expect(statuses.filter((status) => status !== 200)).toEqual([]);

  await publish("Seen without a replica");
  expect((await ask("/case-studies")).text).toContain("Seen without a replica");
  await standby.revive();
  await untilReplicaIsRead();
});

test("with the primary stopped public pages are made from the replica and say so, and everything else is an outage", async () => {
  await primary.stop();
  for (const path of [aNewAddress(), "/collections", "/councils/cornwall"]) {
    const { status, text } = await ask(path);
    expect(status, path).toBe(200);
    expect(text).toContain("nothing can be sent in at the moment");
  }
  expect((await ask("/case-studies/nothing-of-that-name")).status).toBe(404);
  const body = new URLSearchParams({ title: "Trams", council: "Dorset Council" });
  const sent = await ask("/submit/start/save", { method: "POST", body, headers: { origin: site.address } });
  expect(sent).toMatchObject({ status: 503, text: expect.stringContaining(`name="title" value="Trams"`) });
  expect((await ask("/case-studies.json")).status).toBe(503);

  await primary.revive();
  await vi.waitFor(async () => expect((await ask("/case-studies")).text).not.toContain("at the moment"), {
    timeout: 15_000,
  });
  await publish("After the outage");
  expect((await ask("/case-studies")).text).toContain("After the outage");
});
