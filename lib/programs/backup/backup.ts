import { stat } from "node:fs/promises";
import { join } from "node:path";
import { openSnapshot } from "#prisma/copy/snapshot.ts";
import { writeBackup } from "./write-backup.ts";
import { openForBackup } from "./source.ts";
import { markOf } from "./secret-mark.ts";
import { runToItsEnd, type Closing } from "../launch/closing.ts";
import { Complaint, runProgram } from "../launch/complaint.ts";
import { findSecret } from "../launch/secret.ts";
import { readSettings } from "../launch/settings.ts";

/*
 * Writes the database and the attached files into one file, as they are at one moment. The site may run meanwhile.
 */
await runProgram(() => runToItsEnd(backup));

async function backup({ open, signal }: Closing) {
  const [typed = "", ...more] = process.argv.slice(2);
  if (!typed || more.length) throw new Complaint("Say where to: npm run backup -- FILE, or a folder that is there");
  const env = readSettings();
  const key = env.BACKUP_KEY;
  const path = await pathFor(typed, key !== undefined);
  const database = await open(
    () => openForBackup(env),
    ({ embedded }) => embedded?.stop(),
  );
  process.env["DATABASE_URL"] = database.url;
  const secret = env.DATABASE_URL && !process.env["SECRET"] ? null : await findSecret(env);
  const snapshot = await open(
    () => openSnapshot(database.url),
    ({ close }) => close(),
  );
  if (!snapshot.migrations.length)
    throw new Complaint("There is nothing to back up: no site has been started on this database.");
  await writeBackup({
    path,
    key,
    snapshot,
    signal,
    secretMark: secret && markOf(secret),
    // Whoever finds an archive that anybody can open must not be able to make links with it.
    secret: env.DATABASE_URL || process.env["SECRET"] || key === undefined ? null : secret,
  });
  if (!env.DATABASE_URL && key === undefined)
    console.log(
      `It is not encrypted: keep it where nobody else can read it, and ${join(env.DATA_DIR, "secret")} with it, without which links in letters do not work after a restore. With BACKUP_KEY it would be encrypted and hold both.`,
    );
  if (env.DATABASE_URL) console.log("SECRET is not in it: keep that apart, with BACKUP_KEY if one was set.");
}

async function pathFor(typed: string, sealed: boolean): Promise<string> {
  const found = await stat(typed).catch(() => null);
  if (found?.isDirectory()) {
    const moment = new Date().toISOString().slice(0, 19).replaceAll(":", "");
    return pathFor(join(typed, `casebook-${moment}Z.tar.gz${sealed ? ".sealed" : ""}`), sealed);
  }
  if (found) throw new Complaint(`${typed} is already there. Choose another name, or a folder.`);
  return typed;
}
