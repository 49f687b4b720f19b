import { spawn } from "node:child_process";
import { join } from "node:path";
import pg from "pg";
import type { Env } from "#lib/ops/env.ts";
import { createDatabase, databaseExists, dropDatabase, renameDatabase } from "#prisma/databases.ts";
import { startEmbedded, type EmbeddedDatabase } from "#prisma/embedded.ts";
import { DatabaseIsNewer, migrate, waitingMigrations } from "#prisma/migrate.ts";
import { Complaint } from "./complaint.ts";
import { takeDataFolder } from "./data-folder.ts";

export interface OpenDatabase {
  url: string;
  /** The one that comes with the dependencies, or null for a server of one's own. */
  embedded: EmbeddedDatabase | null;
}

/** Finds the database to serve from, starting the embedded one unless DATABASE_URL names another. */
export async function openDatabase(env: Env): Promise<OpenDatabase> {
  if (env.DATABASE_URL) {
    await refuseUnreachable(env.DATABASE_URL);
    return { url: env.DATABASE_URL, embedded: null };
  }
  const folder = await takeDataFolder(env.DATA_DIR);
  const embedded = await startEmbedded(join(folder, "postgres")).catch((error: unknown) => {
    throw new Complaint(`PostgreSQL cannot be started: ${error instanceof Error ? error.message : String(error)}`);
  });
  return { url: embedded.urlOf("casebook"), embedded };
}

/**
 * Makes the embedded server's database if it is not there: filled under another name by a process of its own and renamed when
 * it is whole, so that a filling cut short leaves nothing behind.
 *
 * @param stopping ends the filling
 */
export async function fillIfNew(embedded: EmbeddedDatabase, stopping: AbortSignal): Promise<void> {
  const admin = embedded.urlOf("postgres");
  if (await databaseExists(admin, "casebook")) return;
  await dropDatabase(admin, "casebook_filling");
  await createDatabase(admin, "casebook_filling");
  await runFilling(embedded.urlOf("casebook_filling"), stopping);
  await renameDatabase(admin, "casebook_filling", "casebook");
}

function runFilling(url: string, stopping: AbortSignal): Promise<void> {
  const program = spawn(process.execPath, ["lib/programs/fill.ts"], {
    // Nobody waits for a page meanwhile, so a busy machine may take its time.
    env: { ...process.env, DATABASE_URL: url, CASEBOOK_SILENCE_MS: "0", CASEBOOK_WAIT_MS: "60000" },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    signal: stopping,
  });
  return new Promise((resolve, reject) => {
    program.once("error", reject);
    program.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Complaint("The demonstration data could not be written.")),
    );
  });
}

/** Brings the schema up to date. @returns the names of the migrations applied now */
const migrateOrComplain = (url: string): Promise<string[]> => migrate(url).catch(complain);

/** For programs that need the schema of this code. @throws Complaint where it is older and MIGRATE says that they may not change it */
export async function bringUpToDate(url: string, { MIGRATE }: Pick<Env, "MIGRATE">): Promise<void> {
  await (MIGRATE === "off" ? refuseOlder(url) : migrateOrComplain(url));
}

/** Brings the schemas and the reference lists up to date. @returns the names of the migrations applied now */
export async function prepareDatabase(url: string): Promise<string[]> {
  const applied = await migrateOrComplain(url);
  // What reads the database connects to the address it finds here.
  process.env["DATABASE_URL"] = url;
  const { prepareQueue } = await import("#lib/jobs/prepare-queue.ts");
  await prepareQueue(url);
  const { loadReferenceLists } = await import("#prisma/seed/reference.ts");
  await loadReferenceLists();
  return applied;
}

/** For whoever may not bring the schema up to date. @throws Complaint where it is not what this code needs */
export async function refuseOlder(url: string): Promise<void> {
  const waiting = await waitingMigrations(url).catch(complain);
  if (waiting.length)
    throw new Complaint(
      `The database is older than this code: it lacks ${waiting.join(", ")}. Run npm run migrate as its owner, or do this without MIGRATE=off.`,
    );
}

function complain(error: unknown): never {
  throw error instanceof DatabaseIsNewer
    ? new Complaint(`${error.message}. Update the code before starting it.`)
    : new Complaint(`The database could not be brought up to date: ${reasonOf(error)}`);
}

/** Starts the embedded database again within a second or two of its death. @returns a function that stops watching */
export function keepAlive(embedded: EmbeddedDatabase, report: (line: string) => void): () => void {
  const watch = setInterval(() => {
    embedded.revive().then(
      (revived) => revived && report("The database had stopped and was started again."),
      (error: unknown) => report(`The database is stopped: ${String(error)}`),
    );
  }, 1500);
  return () => clearInterval(watch);
}

/** @throws Complaint where the database that DATABASE_URL names does not answer */
export async function refuseUnreachable(url: string) {
  const client = clientFor(url);
  try {
    await client.connect();
    await client.query("select 1");
  } catch (error) {
    throw new Complaint(`The database that DATABASE_URL names cannot be reached: ${reasonOf(error)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function clientFor(url: string): pg.Client {
  try {
    return new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  } catch {
    throw new Complaint(
      "DATABASE_URL is not a whole address: it must look like postgresql://user:password@host:5432/database",
    );
  }
}

function reasonOf(error: unknown): string {
  const inner = error instanceof AggregateError ? error.errors[0] : error;
  return inner instanceof Error ? inner.message : String(inner);
}
