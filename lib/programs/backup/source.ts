import { access } from "node:fs/promises";
import { join } from "node:path";
import { findEmbedded } from "#prisma/embedded.ts";
import { databaseExists } from "#prisma/databases.ts";
import type { Env } from "#lib/ops/env.ts";
import { Complaint } from "../launch/complaint.ts";
import { openDatabase, type OpenDatabase } from "../launch/database.ts";

/** Finds the database to copy: that of a site that runs, or the embedded one, started for it. */
export async function openForBackup(env: Env): Promise<OpenDatabase> {
  if (env.DATABASE_URL) return openDatabase(env);
  const folder = join(env.DATA_DIR, "postgres");
  const running = await findEmbedded(folder);
  if (running) return existing({ url: running("casebook"), embedded: null }, running("postgres"));
  await access(join(folder, "data", "PG_VERSION")).catch(() => {
    throw new Complaint(`There is nothing to back up in ${env.DATA_DIR}. Say where the data are with DATA_DIR.`);
  });
  const database = await openDatabase(env);
  return existing(database, database.embedded?.urlOf("postgres") ?? database.url).catch(async (error: unknown) => {
    await database.embedded?.stop();
    throw error;
  });
}

async function existing(database: OpenDatabase, admin: string): Promise<OpenDatabase> {
  if (await databaseExists(admin, "casebook")) return database;
  throw new Complaint("There is nothing to back up: the site has never been started to its end.");
}
