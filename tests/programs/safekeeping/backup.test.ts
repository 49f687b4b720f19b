import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { chmod, mkdtemp, readdir, readFile, rename, rm, stat, truncate, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { createGunzip, createGzip } from "node:zlib";
import pg from "pg";
import { extract, pack } from "tar-stream";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { db } from "#lib/data/db.ts";
import { writeBackup } from "#lib/programs/backup/write-backup.ts";
import { openSnapshot } from "#prisma/copy/snapshot.ts";
import { createDatabase, dropDatabase } from "#prisma/databases.ts";
import { openBucket } from "#tests/support/files/bucket.ts";
import { aPicture } from "#tests/support/pictures.ts";
import { everyTable } from "#tests/support/safekeeping/every-table.ts";
import { aVersion } from "#tests/support/versions.ts";

const run = promisify(execFile);
const admin = inject("adminUrl");
const folder = await mkdtemp(join(tmpdir(), "casebook-backup-"));
const files = join(folder, "files");
vi.stubEnv("FILES_DIR", files);
const key = "a key of backups, which is long enough to be one";
const made: string[] = [];

afterEach(async () => {
  for (const name of made.splice(0)) await dropDatabase(admin, name);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A program as it is typed. @returns its exit code and what it printed */
async function program(name: "backup" | "restore", args: string[], env: Record<string, string> = {}) {
  return run(process.execPath, [`lib/programs/${name}/${name}.ts`, ...args], { env: { ...process.env, ...env } }).then(
    ({ stdout }) => ({ code: 0, printed: stdout }),
    ({ stderr, code }: { stderr: string; code: number }) => ({ code, printed: stderr.trim() }),
  );
}

async function anEmptyDatabase(): Promise<string> {
  const name = `casebook_test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await createDatabase(admin, name);
  made.push(name);
  return admin.replace(/\/[^/?]+(\?|$)/, `/${name}$1`);
}

async function ask(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const own = () => process.env["DATABASE_URL"] ?? "";
const [plain, sealed] = [join(folder, "plain.tar.gz"), join(folder, "sealed")];

beforeAll(async () => {
  const draft = await aVersion("draft");
  await aPicture(draft);
  await aPicture(draft, { name: "tram.webp" });
  await aVersion("published", { title: "Tabs\tand\nlines \\ and \\N, “quotes” and 🙂" });
  await aVersion("withdrawn");
  await db.synonym.create({ data: { words: ["bus", "coach"] } });
  expect(await program("backup", [plain])).toMatchObject({ code: 0 });
  expect(await program("backup", [sealed], { BACKUP_KEY: key })).toMatchObject({ code: 0 });
}, 60_000);

test("every table and file comes back as it was, with what is made from them, and nobody takes it for the present", async () => {
  const [there, store] = [await anEmptyDatabase(), join(folder, "other-files")];
  const { code, printed } = await program("restore", [plain], { DATABASE_URL: there, FILES_DIR: store });
  expect([code, printed]).toEqual([
    0,
    expect.stringMatching(/Restored and compared: \d+ rows of \d+ tables and [1-9]\d* files/),
  ]);

  const [before, after] = [await everyTable(own()), await everyTable(there)];
  expect(Object.keys(before).length).toBeGreaterThan(45);
  expect(before["public.Generation"]).not.toEqual(after["public.Generation"]);
  expect({ ...after, "public.Generation": "" }).toEqual({ ...before, "public.Generation": "" });
  const names = (await readdir(files)).toSorted();
  expect(names.length).toBeGreaterThan(1);
  expect((await readdir(store)).toSorted()).toEqual(names);
  for (const name of names) expect(await readFile(join(store, name))).toEqual(await readFile(join(files, name)));

  const [generation] = await ask(
    there,
    `select "number" - ${(await db.generation.findFirstOrThrow()).number} as more from "Generation"`,
  );
  expect(Number(generation?.["more"])).toBeGreaterThanOrEqual(1_000_000);
  // Numbers go on where they were.
  const [next] = await ask(
    there,
    `select nextval('"Listing_number_seq"') > (select max("number") from "Listing") as higher`,
  );
  expect(next?.["higher"]).toBe(true);
  await expect(ask(there, `update "Event" set "kind" = 'x'`)).rejects.toThrow();
  await expect(ask(there, `delete from "Council"`)).rejects.toThrow(/foreign key/);
}, 60_000);

describe("an encrypted archive", () => {
  test("says nothing of what it holds, and comes back with its key alone", async () => {
    expect((await stat(sealed)).mode & 0o077).toBe(0);
    const there = await anEmptyDatabase();
    expect(await program("restore", [sealed], { DATABASE_URL: there })).toEqual({
      code: 1,
      printed: "The archive is encrypted: set BACKUP_KEY to what it was made with. Nothing was restored.",
    });
    expect(await program("restore", [sealed], { DATABASE_URL: there, BACKUP_KEY: `${key}!` })).toEqual({
      code: 1,
      printed: "BACKUP_KEY is not what the archive was encrypted with. Nothing was restored.",
    });
    expect(await program("restore", [sealed], { DATABASE_URL: there, BACKUP_KEY: key })).toMatchObject({ code: 0 });
  }, 60_000);
});

describe("an archive that is not whole leaves the database as it was", () => {
  test.each<[string, string, (path: string) => Promise<unknown>, RegExp]>([
    [
      "cut short at the end",
      plain,
      (path) => cut(path, 0.9999),
      /^The archive was cut short\. Nothing was restored\.$/,
    ],
    ["with another byte", plain, (path) => flip(path), /Nothing was restored\.$/],
    ["encrypted and cut short", sealed, (path) => cut(path, 0.9), /damaged.*Nothing was restored\.$/],
    [
      "without a row",
      plain,
      withoutARow,
      /^What came back is not what was backed up: Topic has \d+ rows, and had \d+ /,
    ],
    [
      "of something else",
      plain,
      (path) => writeFile(path, "SELECT 1;"),
      /no archive of this program\. Nothing was restored\.$/,
    ],
  ])("%s", async (_what, from, damage, complaint) => {
    const path = join(folder, "damaged");
    await writeFile(path, await readFile(from));
    await damage(path);
    const [there, store] = [await anEmptyDatabase(), join(folder, "damaged-files")];
    const { code, printed } = await program("restore", [path], {
      DATABASE_URL: there,
      FILES_DIR: store,
      BACKUP_KEY: key,
    });
    expect([code, printed]).toEqual([1, expect.stringMatching(complaint)]);
    expect(await everyTable(there)).toEqual({});
  });
});

describe("a database that holds something", () => {
  test("is left alone, unless told to replace it, and its newer rows go", async () => {
    const there = await anEmptyDatabase();
    const env = { DATABASE_URL: there };
    expect(await program("restore", [plain], env)).toMatchObject({ code: 0 });
    await ask(there, `update "Person" set "name" = 'Later'; update "Generation" set "number" = "number" + 500`);
    const before = await everyTable(there);
    const refused = await program("restore", [plain], env);
    expect(refused).toEqual({ code: 1, printed: expect.stringMatching(/^The database is not empty\. With --replace/) });
    expect(await everyTable(there)).toEqual(before);

    const [reached] = await ask(there, `select "number" from "Generation"`);
    expect(await program("restore", [plain, "--replace"], env)).toMatchObject({ code: 0 });
    expect((await everyTable(there))["public.Person"]).toEqual((await everyTable(own()))["public.Person"]);
    const [now] = await ask(there, `select "number" from "Generation"`);
    expect(Number(now?.["number"])).toBeGreaterThan(Number(reached?.["number"]) + 500_000);

    await ask(
      there,
      `insert into "Lease" ("id", "generation", "until") values (gen_random_uuid(), 1, now() + interval '1 minute')`,
    );
    expect((await program("restore", [plain, "--replace"], env)).printed).toMatch(/^A site runs on this database/);
  }, 60_000);
});

describe("the schema", () => {
  test("of a newer version is refused", async () => {
    await db.$executeRaw`insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('x', 'y', '29991231235959_later', now())`;
    const path = join(folder, "newer.tar.gz");
    await program("backup", [path]);
    await db.$executeRaw`delete from _prisma_migrations where id = 'x'`;
    const there = await anEmptyDatabase();
    const { code, printed } = await program("restore", [path], { DATABASE_URL: there });
    expect([code, printed]).toEqual([
      1,
      expect.stringMatching(/newer version of this program\. Update the code first\.$/),
    ]);
    expect(await everyTable(there)).toEqual({});
  });

  test("with a table of somebody else's loses it, and says so", async () => {
    await db.$executeRaw`create table "Theirs" as select 1 as n`;
    const path = join(folder, "theirs.tar.gz");
    await program("backup", [path]);
    await db.$executeRaw`drop table "Theirs"`;
    const back = await program("restore", [path], { DATABASE_URL: await anEmptyDatabase() });
    expect(back).toMatchObject({ code: 0, printed: expect.stringContaining("no tables of this program: Theirs.") });
  }, 60_000);

  test("of an older version is brought up to date", async () => {
    const there = await anEmptyDatabase();
    const { migrate } = await import("#prisma/migrate.ts");
    await migrate(there);
    const [last] = await ask(there, "select migration_name from _prisma_migrations order by 1 desc limit 1");
    await ask(
      there,
      `alter table "Listing" drop column "partnerIds"; delete from _prisma_migrations where migration_name like '%_partners_in_listing'`,
    );
    const path = join(folder, "older.tar.gz");
    expect(await program("backup", [path], { DATABASE_URL: there })).toMatchObject({ code: 0 });
    expect(await program("restore", [path, "--replace"], { DATABASE_URL: there })).toMatchObject({ code: 0 });
    expect(await ask(there, `select count("partnerIds")::int as n from "Listing"`)).toEqual([{ n: 0 }]);
    const [now] = await ask(there, "select migration_name from _prisma_migrations order by 1 desc limit 1");
    expect(now).toEqual(last);
    expect(await migrate(there)).toEqual([]);
  }, 60_000);
});

describe("a file that is not there", () => {
  test("because it was deleted meanwhile, is named and not missed", async () => {
    const version = await aVersion("draft");
    const { id, key: name } = await aPicture(version);
    const snapshot = await openSnapshot(own());
    await db.attachment.delete({ where: { id } });
    await unlink(join(files, name));
    const said = vi.spyOn(console, "log").mockImplementation(() => undefined);
    const path = join(folder, "without.tar.gz");
    await writeBackup({ path, key: undefined, snapshot, secretMark: null, secret: null });
    await snapshot.close();
    expect(said.mock.calls.flat()).toContain(`Not in it are 1 file (${name}), deleted while it was written.`);
    said.mockRestore();
    const back = await program("restore", [path], {
      DATABASE_URL: await anEmptyDatabase(),
      FILES_DIR: join(folder, "fewer"),
    });
    expect(back).toMatchObject({ code: 0, printed: expect.stringContaining("Not in the backup are 1 files") });
  }, 60_000);

  test("although it should be, makes the backup end with a complaint", async () => {
    const path = join(folder, "elsewhere.tar.gz");
    const { code, printed } = await program("backup", [path], { FILES_DIR: join(folder, "nowhere") });
    expect([code, printed]).toEqual([1, expect.stringMatching(/^It is not whole: 2 files \(.*See whether FILES_DIR/)]);
  });
});

const bucket = await openBucket();
afterAll(() => bucket?.close());

test.skipIf(!bucket)(
  "files come from a bucket and go to one",
  async () => {
    const there = await anEmptyDatabase();
    const env = { DATABASE_URL: there, FILES_URL: bucket?.url ?? "" };
    expect(await program("restore", [plain], env)).toMatchObject({ code: 0 });
    const path = join(folder, "from-bucket.tar.gz");
    expect((await program("backup", [path], env)).printed).toMatch(/ and 2 files\. /);
    const [next, store] = [await anEmptyDatabase(), join(folder, "from-bucket")];
    expect(await program("restore", [path], { DATABASE_URL: next, FILES_DIR: store })).toMatchObject({ code: 0 });
    const names = (await readdir(files)).toSorted();
    expect((await readdir(store)).toSorted()).toEqual(names);
    for (const name of names) expect(await readFile(join(store, name))).toEqual(await readFile(join(files, name)));
  },
  60_000,
);

test("the secret of links is told by a mark alone", async () => {
  const { printed } = await program("restore", [plain], {
    DATABASE_URL: await anEmptyDatabase(),
    SECRET: "x".repeat(40),
  });
  expect(printed).toContain("SECRET is not the one this was backed up with");
  const { stdout } = await run("tar", ["xzOf", plain], { maxBuffer: 2 ** 28, encoding: "latin1" });
  expect(stdout).toContain("secretMark");
  expect(stdout).not.toContain(process.env["SECRET"]);
});

describe("what is missing or makes no sense is said in one sentence", () => {
  test.each<["backup" | "restore", string[], RegExp]>([
    ["backup", [], /^Say where to: npm run backup -- FILE/],
    ["backup", [plain], /is already there\. Choose another name, or a folder\.$/],
    ["backup", [join(folder, "nowhere", "file")], /^There is no folder for /],
    ["restore", [], /^Say which file: npm run restore -- FILE/],
    ["restore", ["nothing.tar.gz"], /^There is no file nothing\.tar\.gz\.$/],
    ["restore", ["--all", plain], /--all.*: npm run restore/],
  ])("%s %j", async (name, args, complaint) => {
    expect(await program(name, args)).toEqual({ code: 1, printed: expect.stringMatching(complaint) });
  });

  test("a folder gets a file with the moment in its name", async () => {
    const own = await mkdtemp(join(folder, "many-"));
    await chmod(own, 0o700);
    await program("backup", [own]);
    expect(await readdir(own)).toEqual([expect.stringMatching(/^casebook-\d{4}-\d\d-\d\dT\d{6}Z\.tar\.gz$/)]);
  });
});

/** Whole and undamaged, but not what it says it is. */
async function withoutARow(path: string) {
  const [from, to] = [extract(), pack()];
  const writing = pipeline(to as unknown as Readable, createGzip(), createWriteStream(`${path}-new`));
  const reading = pipeline(createReadStream(path), createGunzip(), from);
  for await (const entry of from) {
    const content = await buffer(entry as unknown as Readable);
    const isRows = entry.header.name.startsWith("tables/Topic/");
    const kept = isRows ? content.subarray(content.indexOf("\n") + 1) : content;
    to.entry({ name: entry.header.name }, kept);
  }
  to.finalize();
  await Promise.all([reading, writing]);
  await rename(`${path}-new`, path);
}

async function cut(path: string, share: number) {
  await truncate(path, Math.floor((await stat(path)).size * share));
}

async function flip(path: string) {
  const bytes = await readFile(path);
  const at = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
  await writeFile(path, bytes);
}
