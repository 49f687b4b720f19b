import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { promisify } from "node:util";
import pg from "pg";
import { afterEach, describe, expect, inject, test } from "vitest";
import { createDatabase, databaseExists, dropDatabase } from "#prisma/databases.ts";
import { DatabaseIsNewer, migrate } from "#prisma/migrate.ts";

const run = promisify(execFile);
const names = readdirSync(new URL("../../prisma/migrations/", import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .toSorted();
const admin = inject("adminUrl");
const made: string[] = [];

/** An empty database of its own, or a copy of the migrated one. */
async function aDatabase(template?: string) {
  const name = `casebook_test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await createDatabase(admin, name, template);
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

/** Tables, columns, indexes, triggers and constraints, with what is recorded of migrations. */
const describeAll = (url: string) =>
  ask(
    url,
    `select 'column' as kind, table_name || '.' || column_name || ' ' || data_type as what from information_schema.columns where table_schema = 'public'
     union all select 'index', indexdef from pg_indexes where schemaname = 'public'
     union all select 'constraint', conname || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
     union all select 'trigger', pg_get_triggerdef(oid) from pg_trigger where not tgisinternal order by 1, 2`,
  );
const recorded = (url: string) =>
  ask(url, "select migration_name, checksum, finished_at, applied_steps_count from _prisma_migrations order by 1");

afterEach(async () => {
  for (const name of made.splice(0)) await dropDatabase(admin, name);
});

test("an empty database gets every migration, oldest first, and each is recorded as Prisma does", async () => {
  const url = await aDatabase();
  expect(await migrate(url)).toEqual(names);
  const expected = names.map((name) => ({
    migration_name: name,
    checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
    finished_at: expect.any(Date),
    applied_steps_count: 1,
  }));
  expect(await recorded(url)).toEqual(expected);
});

test("migrating again applies nothing and changes nothing", async () => {
  const url = await aDatabase();
  await migrate(url);
  const before = [await describeAll(url), await recorded(url)];
  expect(before[0]?.length).toBeGreaterThan(200);
  expect(await migrate(url)).toEqual([]);
  expect([await describeAll(url), await recorded(url)]).toEqual(before);
});

describe("a database that does not fit the code is refused and left alone", () => {
  test("because a migration was edited after it had been applied", async () => {
    const url = await aDatabase(inject("template"));
    await ask(url, `update _prisma_migrations set checksum = repeat('0', 64) where migration_name = '${names[0]}'`);
    const before = await recorded(url);
    await expect(migrate(url)).rejects.toThrow(`Migration ${names[0]} was edited after it had been applied`);
    expect(await recorded(url)).toEqual(before);
  });

  test("because it has a migration that this code does not know", async () => {
    const url = await aDatabase(inject("template"));
    await ask(
      url,
      "insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('x', 'y', '29991231235959_later', now())",
    );
    const refusal = migrate(url);
    await expect(refusal).rejects.toBeInstanceOf(DatabaseIsNewer);
    await expect(refusal).rejects.toThrow("The database is newer than this code: it has 29991231235959_later");
  });

  test("because a migration fails, of which nothing is left", async () => {
    const url = await aDatabase();
    await ask(url, `create table "Topic" ("id" int)`);
    await expect(migrate(url)).rejects.toThrow(/"Topic" already exists/);
    expect(await recorded(url)).toEqual([]);
    const tables = await ask(url, "select tablename from pg_tables where schemaname = 'public' order by 1");
    expect(tables.map(({ tablename }) => tablename)).toEqual(["Topic", "_prisma_migrations"]);
  });
});

describe("when several migrate one database at once", () => {
  test("two processes apply each migration once between them", async () => {
    const url = await aDatabase();
    const code = `import { migrate } from "#prisma/migrate.ts"; console.log(JSON.stringify(await migrate(process.env.DATABASE_URL)))`;
    const start = () =>
      run(process.execPath, ["--no-warnings", "--input-type=module", "-e", code], {
        env: { ...process.env, NODE_OPTIONS: "", DATABASE_URL: url },
      });
    const outputs = await Promise.all([start(), start()]);
    const applied = outputs.flatMap(({ stdout }) => JSON.parse(stdout) as string[]);
    expect(applied.toSorted()).toEqual(names);
    expect((await recorded(url)).map((row) => row["migration_name"])).toEqual(names);
  });

  test("so do six connections", async () => {
    const url = await aDatabase();
    const applied = await Promise.all(Array.from({ length: 6 }, () => migrate(url)));
    expect(applied.flat().toSorted()).toEqual(names);
  });
});

test("a migration waits for a busy table in turns, so that readers never wait behind it for long", async () => {
  const url = await aDatabase(inject("template"));
  const owed = names.find((name) => name.endsWith("owed_projections")) ?? "";
  await ask(url, `delete from _prisma_migrations where migration_name = '${owed}'; drop table "OwedProjection"`);
  const [holder, reader] = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })];
  await Promise.all([holder.connect(), reader.connect()]);
  // What is to be migrated takes this table whole, as an ALTER does.
  await ask(
    url,
    `create function take() returns trigger language plpgsql as $$ begin lock table "Topic" in access exclusive mode; return new; end $$;
     create trigger take before insert on _prisma_migrations for each row execute function take()`,
  );
  await holder.query(`begin; select count(*) from "Topic"`);
  const migrating = migrate(url);
  const slowest = [];
  for (const until = Date.now() + 5000; Date.now() < until;) {
    const begun = performance.now();
    await reader.query(`select count(*) from "Topic"`);
    slowest.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  // It did stand in their way, and went out of it.
  expect(Math.max(...slowest)).toBeGreaterThan(500);
  expect(Math.max(...slowest)).toBeLessThan(2800);
  await holder.query("commit");
  expect(await migrating).toEqual([owed]);
  await Promise.all([holder.end(), reader.end()]);
}, 30_000);

test("a database is known to exist only while it does", async () => {
  const name = new URL(await aDatabase()).pathname.slice(1);
  expect(await databaseExists(admin, name)).toBe(true);
  await dropDatabase(admin, name);
  await dropDatabase(admin, name);
  expect(await databaseExists(admin, name)).toBe(false);
});
