import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";

/** Where the migrations of this code are. */
export const migrationsFolder = new URL("./migrations/", import.meta.url);
// The same number Prisma's own command takes, so the two can never run at once.
const lock = 72707369;
const table = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
    migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
    started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`;

/** The database holds migrations that this code does not know. */
export class DatabaseIsNewer extends Error {}

/**
 * Brings a database to the schema of this code and records it where Prisma's own commands look.
 * Each migration and its record are one transaction, so none is ever half applied.
 *
 * @param url of the database
 * @param folder with migrations
 * @returns the names of the migrations applied now, oldest first
 * @throws DatabaseIsNewer; Error when an applied migration has been edited since
 */
export async function migrate(url: string, folder = migrationsFolder): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  // A lost connection also fails the query under way, which is where it is told.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lock]);
    // Even where it is there, making it asks for a right that the role of a site may lack.
    if (!(await isRecorded(client))) await client.query(table);
    const waiting = withoutApplied(await readMigrations(folder), await readApplied(client));
    for (const migration of waiting) await apply(client, migration);
    return waiting.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** The name of the newest migration that this code has. */
export async function newestMigration(): Promise<string> {
  return (await namesOfMigrations(migrationsFolder)).at(-1) ?? "";
}

async function namesOfMigrations(folder: URL): Promise<string[]> {
  const entries = await readdir(fileURLToPath(folder), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}

/**
 * What a database lacks of the schema of this code, without changing anything.
 *
 * @returns names of migrations, oldest first
 * @throws as `migrate` does
 */
export async function waitingMigrations(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const applied = (await isRecorded(client)) ? await readApplied(client) : new Map<string, string>();
    return withoutApplied(await readMigrations(migrationsFolder), applied).map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** Whether a database has ever had a migration. */
async function isRecorded(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query("select 1 where to_regclass('_prisma_migrations') is not null");
  return Boolean(rowCount);
}

/** A migration that a database has had, as Prisma's table holds it. */
export interface Recorded {
  name: string;
  checksum: string;
}

export interface Migration extends Recorded {
  sql: string;
}

/** The migrations that a database has had. */
export async function recordedMigrations(client: pg.Client): Promise<Recorded[]> {
  return [...(await readApplied(client))].map(([name, checksum]) => ({ name, checksum }));
}

/**
 * Gives an empty database the schema that another has come to, in the transaction under way. It is not recorded: the rows of the
 * other say it.
 *
 * @returns the migrations that it still lacks
 * @throws as `migrate` does
 */
export async function layOut(client: pg.Client, recorded: readonly Recorded[]): Promise<Migration[]> {
  const migrations = await readMigrations(migrationsFolder);
  const waiting = withoutApplied(migrations, new Map(recorded.map(({ name, checksum }) => [name, checksum])));
  await client.query(table);
  for (const { name, sql } of migrations) if (!waiting.some((one) => one.name === name)) await run(client, sql);
  return waiting;
}

/** Applies migrations in the transaction under way, and records them. */
export async function applyWaiting(client: pg.Client, migrations: readonly Migration[]): Promise<void> {
  for (const { name, sql, checksum } of migrations) {
    await run(client, sql);
    await record(client, { name, checksum });
  }
}

async function readMigrations(folder: URL): Promise<Migration[]> {
  return Promise.all(
    (await namesOfMigrations(folder)).map(async (name) => {
      const sql = await readFile(new URL(`${name}/migration.sql`, folder), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

async function readApplied(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    "select migration_name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null",
  );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

function withoutApplied(migrations: Migration[], applied: Map<string, string>): Migration[] {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...applied.keys()].filter((name) => !known.has(name));
  if (unknown.length) throw new DatabaseIsNewer(`The database is newer than this code: it has ${unknown.join(", ")}`);

  const edited = migrations.find(({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum);
  if (edited) throw new Error(`Migration ${edited.name} was edited after it had been applied`);
  return migrations.filter(({ name }) => !applied.has(name));
}

/*
 * Whoever waits for a lock on a table keeps everybody waiting who comes after, readers too. So a migration waits for no longer than
 * readers can, lets those through who came meanwhile, and tries again. Making an index may take long; what takes longer says so itself.
 */
const limits = `set local lock_timeout = '2s'; set local statement_timeout = '15min'; set local idle_in_transaction_session_timeout = '30s'`;
const tries = 40;
const pauseMs = 1500;

async function apply(client: pg.Client, migration: Migration) {
  for (let tried = 1; ; tried += 1) {
    try {
      return await applyOnce(client, migration);
    } catch (error) {
      if (!isLockTimeout(error)) throw error;
      if (tried === tries)
        throw new Error(
          `${migration.name} could not be applied in ${tries} tries, because something holds its tables for longer than two seconds each time. Try again when less is going on`,
          { cause: error },
        );
      await wait(pauseMs);
    }
  }
}

async function applyOnce(client: pg.Client, { name, sql, checksum }: Migration) {
  await client.query("begin");
  try {
    await client.query(limits);
    await client.query(sql);
    await record(client, { name, checksum });
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

const isLockTimeout = (error: unknown) => error instanceof Error && "code" in error && error.code === "55P03";

/** What waits for the end of a transaction is done at once: the next migration may change its table. */
async function run(client: pg.Client, sql: string): Promise<void> {
  await client.query(sql);
  await client.query("set constraints all immediate; set constraints all deferred");
}

async function record(client: pg.Client, { name, checksum }: Recorded): Promise<void> {
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) values ($1, $2, $3, now(), 1)`,
    [randomUUID(), checksum, name],
  );
}
