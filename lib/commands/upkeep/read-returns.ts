import { mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { readReport, type Report } from "#lib/mail/returned.ts";
import { readEnv } from "#lib/ops/env.ts";
import { createLog } from "#lib/ops/log.ts";
import { noteReport } from "./note-return.ts";

/** More than any report with the letter it returns. */
const largest = 1024 * 1024;
const atOnce = 500;

/**
 * Reads what was delivered to the mailbox of returned letters since the last time, a Maildir whose address mail servers report
 * to, and notes which came back. Reports go then: they hold addresses, and often the letter with its secret link. What is no report,
 * or cannot be read, is moved to its "cur", as any mail program does, for whoever looks after the mailbox.
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
      const report = await readOne(path);
      if (report?.failure && (await noteReport(report.letterId, report.failure, now))) returned++;
      // ":2,S" says in a Maildir that it was seen.
      await (report ? rm(path) : rename(path, join(folder, "cur", `${name}:2,S`)));
    } catch (error) {
      // Another worker has read it meanwhile. One that may not be read must not keep the others.
      if (!isOfFiles(error)) throw error;
      if (error.code !== "ENOENT")
        createLog().warn({ err: error }, "a message in the mailbox of returned letters could not be read");
    }
  }
  return returned;
}

const isOfFiles = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && "code" in error && "syscall" in error;

/** @returns null for what is no report about a letter of ours, or cannot be read */
async function readOne(path: string): Promise<Report | null> {
  if ((await stat(path)).size > largest) return null;
  return readReport(await readFile(path)).catch((error: unknown) => {
    createLog().warn({ err: error }, "a message in the mailbox of returned letters could not be read");
    return null;
  });
}
