import { readdir, readFile, rename, stat, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { db } from "#lib/data/db.ts";
import { readReturn } from "#lib/mail/returned.ts";
import { readEnv } from "#lib/ops/env.ts";
import { createLog } from "#lib/ops/log.ts";
import { noteReturn } from "./note-return.ts";

/** More than any report with the letter it returns. */
const largest = 1024 * 1024;
const atOnce = 500;

/**
 * Reads what was delivered to the mailbox of returned letters since the last time, a Maildir whose address mail servers report
 * to, and doubts the contacts whose letters came back. What has been read is moved to its "cur", as any mail program does.
 *
 * @returns how many letters came back
 */
export async function readReturns(now = new Date(), folder = readEnv().BOUNCES_DIR): Promise<number> {
  if (!folder) return 0;
  for (const part of ["new", "cur"]) await mkdir(join(folder, part), { recursive: true });
  const names = (await readdir(join(folder, "new"))).toSorted().slice(0, atOnce);
  let returned = 0;
  for (const name of names) {
    const path = join(folder, "new", name);
    try {
      if (await noteOne(path, now)) returned++;
      // ":2,S" says in a Maildir that it was seen.
      await rename(path, join(folder, "cur", `${name}:2,S`));
    } catch (error) {
      // Another worker has read it meanwhile, which notes the same. One that may not be read must not keep the others.
      if (!isOfFiles(error)) throw error;
      if (error.code !== "ENOENT")
        createLog().warn({ err: error }, "a message in the mailbox of returned letters could not be read");
    }
  }
  return returned;
}

const isOfFiles = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && "code" in error && "syscall" in error;

async function noteOne(path: string, now: Date): Promise<boolean> {
  if ((await stat(path)).size > largest) return false;
  // What cannot be read is nobody's report, and must not keep the others.
  const id = await readReturn(await readFile(path)).catch((error: unknown) => {
    createLog().warn({ err: error }, "a message in the mailbox of returned letters could not be read");
    return null;
  });
  const letter = id && (await db.letter.findUnique({ where: { id }, select: { alertId: true, enquiryId: true } }));
  if (!letter) return false;
  await noteReturn(letter, now);
  return true;
}
