import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Env } from "#lib/ops/env.ts";
import { Complaint } from "./complaint.ts";

const shortest = 32;

/**
 * The secret that links are made from: SECRET, or with the embedded database one that was made once and is kept beside it.
 *
 * @throws Complaint when a database of one's own comes without a secret
 */
export async function findSecret(
  { DATABASE_URL, DATA_DIR }: Env,
  given = process.env["SECRET"] ?? "",
): Promise<string> {
  if (given.length >= shortest) return given;
  if (given) throw new Complaint(`SECRET is too short: it must have at least ${shortest} random characters.`);
  if (DATABASE_URL)
    throw new Complaint(
      "SECRET must be set when DATABASE_URL is: links in letters are made from it. Make one with: openssl rand -hex 32. Keep it, because with another one no link that was sent works any more.",
    );
  const file = join(DATA_DIR, "secret");
  const kept = await readFile(file, "utf8").catch(() => "");
  if (kept.length >= shortest) return kept;
  const made = randomBytes(32).toString("hex");
  await keepSecret(DATA_DIR, made);
  return made;
}

/** Keeps the embedded database's secret beside it: written aside and renamed, so that a process killed half-way leaves no half secret. */
export async function keepSecret(folder: string, secret: string): Promise<void> {
  const file = join(folder, "secret");
  await writeFile(`${file}-new`, secret, { mode: 0o600 });
  await rename(`${file}-new`, file);
}
