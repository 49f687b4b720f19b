import { createDatabase, databaseExists, dropDatabase, renameDatabase } from "#prisma/databases.ts";
import type { Env } from "#lib/ops/env.ts";
import { openDatabase } from "../launch/database.ts";

export interface Target {
  url: string;
  /** Whether it is the database that comes with the program. */
  embedded: boolean;
  /** Puts the database where a site finds it, if it is not there. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Finds the database to restore into. With the embedded server and no database on it, it is one under another name, so that a restore
 * cut short leaves nothing that a site would start with.
 */
export async function openForRestore(env: Env): Promise<Target> {
  const { url, embedded } = await openDatabase(env);
  const close = async () => void (await embedded?.stop());
  if (!embedded) return { url, embedded: false, settle: async () => undefined, close };
  const admin = embedded.urlOf("postgres");
  try {
    if (await databaseExists(admin, "casebook")) return { url, embedded: true, settle: async () => undefined, close };
    const aside = "casebook_restoring";
    await dropDatabase(admin, aside);
    await createDatabase(admin, aside);
    return {
      url: embedded.urlOf(aside),
      embedded: true,
      settle: () => renameDatabase(admin, aside, "casebook"),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
