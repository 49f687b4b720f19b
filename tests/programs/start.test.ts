import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { takeDataFolder } from "#lib/programs/launch/data-folder.ts";
import { createDatabase, dropDatabase } from "#prisma/databases.ts";
import { startEmbedded } from "#prisma/embedded.ts";
import { migrate } from "#prisma/migrate.ts";
import { familyOf, isAlive, killAll } from "#tests/support/processes.ts";
import { startInVain, startSite } from "#tests/support/running-site.ts";

const SECRET = "a secret for tests, which is long enough";
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function aFolder() {
  const folder = await mkdtemp(join(tmpdir(), "casebook-start-"));
  await chmod(folder, 0o755);
  folders.push(folder);
  return folder;
}

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

const fromTheFuture = `insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('1', '1', '29990101000000_later', now())`;

/** Stopped with one plain sentence: no stack, nothing else, and a code that a supervisor notices. */
async function expectComplaint(env: Record<string, string>, sentence: RegExp) {
  const { code, printed } = await startInVain({ SECRET, DATA_DIR: await aFolder(), ...env });
  expect(printed).toMatch(sentence);
  expect(printed.trim().split("\n")).toHaveLength(1);
  expect(code).toBe(1);
}

describe("what cannot be served is refused in one sentence", () => {
  test.each([
    ["PORT", "http", /^PORT must be a number from 1 to 65535/],
    ["PORT", "70000", /^PORT must be a number from 1 to 65535/],
    ["PUBLIC_URL", "localhost:3000", /^PUBLIC_URL must be a whole address/],
    ["SMTP_URL", "smtp://mail.council.gov.uk", /^Letters leave by SMTP_URL, so set PUBLIC_URL, MAIL_FROM and CONTACT/],
    ["DATABASE_URL", "mysql://localhost/casebook", /^DATABASE_URL must start with postgresql:/],
    ["DATABASE_URL", "postgresql://u:p@host:port/db", /^DATABASE_URL is not a whole address/],
    ["DATABASE_URL", "postgresql://u:p@127.0.0.1:9/db", /^The database that DATABASE_URL names cannot be reached/],
  ])("%s=%s", (name, value, sentence) => expectComplaint({ [name]: value }, sentence));

  test("a busy port", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    await expectComplaint({ PORT: String(port) }, /^Port \d+ on 127\.0\.0\.1 is already in use/);
    other.close();
  });

  test("a data folder that another process has", async () => {
    const folder = await aFolder();
    await takeDataFolder(folder);
    await expectComplaint({ DATA_DIR: folder }, /^The data folder .+ is already in use by another Casebook/);
  });

  test("a database newer than the code", async () => {
    const admin = inject("adminUrl");
    const name = `casebook_test_${process.pid}_newer`;
    const url = admin.replace(/\/[^/?]+(\?|$)/, `/${name}$1`);
    await createDatabase(admin, name, inject("template"));
    await query(url, fromTheFuture);
    await expectComplaint({ DATABASE_URL: url }, /^The database is newer than this code: it has 29990101000000_later/);
    await dropDatabase(admin, name);
  });
});

describe("the embedded database", () => {
  let folder = "";
  const postmaster = async () =>
    Number((await readFile(join(folder, "postgres", "data", "postmaster.pid"), "utf8")).split("\n")[0]);
  const start = () => startSite({ SECRET, DATA_DIR: folder });

  // Empty but present, so that nothing is filled.
  beforeAll(async () => {
    folder = await aFolder();
    const embedded = await startEmbedded(join(folder, "postgres"));
    await createDatabase(embedded.urlOf("postgres"), "casebook");
    await migrate(embedded.urlOf("casebook"));
    await query(embedded.urlOf("casebook"), fromTheFuture);
    await embedded.stop();
  });

  test("is stopped again when the start fails after it", async () => {
    await expectComplaint({ DATA_DIR: folder }, /^The database is newer than this code/);
    await expect(postmaster()).rejects.toThrow("ENOENT");
  });

  test("comes back after its own death, after everybody's, and stops on TERM", { timeout: 300_000 }, async () => {
    const embedded = await startEmbedded(join(folder, "postgres"));
    await query(embedded.urlOf("casebook"), "delete from _prisma_migrations where id = '1'");
    await embedded.stop();
    const first = await start();
    expect((await fetch(first.address)).status).toBe(200);

    await killAll([await postmaster()]);
    const died = Date.now();
    while ((await fetch(first.address)).status !== 200 && Date.now() - died < 15_000) await wait(100);
    expect((await fetch(first.address)).status).toBe(200);
    expect(Date.now() - died).toBeLessThan(10_000);

    await killAll([...familyOf(first.process.pid ?? 0), ...familyOf(await postmaster())]);
    const second = await start();
    expect((await fetch(second.address)).status).toBe(200);

    const running = [...familyOf(second.process.pid ?? 0), ...familyOf(await postmaster())];
    expect(await second.stop()).toBe(0);
    // PostgreSQL says that it has stopped a moment before its process is gone.
    await vi.waitFor(() => expect(running.filter(isAlive)).toEqual([]), 5000);
    await expect(postmaster()).rejects.toThrow("ENOENT");
    await expect(fetch(second.address)).rejects.toThrow();
  });
});
