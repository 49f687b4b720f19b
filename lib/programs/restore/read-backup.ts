import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CopyDiffers, DatabaseIsFull, openLanding, SiteRuns, type Landed, type Landing } from "#prisma/copy/landing.ts";
import { DatabaseIsNewer } from "#prisma/migrate.ts";
import { keepCopy } from "#lib/data/files/copies.ts";
import type { Env } from "#lib/ops/env.ts";
import { ArchiveBroken, asBroken, openArchive, type Opened } from "#lib/transfer/archive/unpack.ts";
import { markOf } from "../backup/secret-mark.ts";
import type { Closing } from "../launch/closing.ts";
import { Complaint } from "../launch/complaint.ts";
import { progressBar } from "../launch/progress.ts";
import { findSecret, keepSecret } from "../launch/secret.ts";
import type { RestoreArguments } from "./arguments.ts";
import type { Target } from "./target.ts";

const day = 24 * 60 * 60 * 1000;

interface Request extends RestoreArguments {
  env: Env;
  target: Target;
  open: Closing["open"];
}

/** Puts an archive back and says what it did. @throws Complaint where nothing was changed, and why */
export async function readBackup({ file, replace, env, target, open }: Request): Promise<void> {
  const begun = performance.now();
  // A site on it needs one as well, and it is too late to ask for it afterwards.
  if (env.DATABASE_URL) await findSecret(env);
  const archive = await openArchive(file, env.BACKUP_KEY).catch(complain);
  console.log(`Restoring what was backed up at ${archive.head.at}.`);
  const landing = await open(
    () => openLanding(target.url, archive.head.migrations, replace).catch(complain),
    ({ close }) => close(),
  );
  let secret: string | null;
  let landed: Landed;
  try {
    secret = await takeAll(archive, landing);
    console.log("Everything has been read. Comparing it with what was backed up…");
    landed = await landing.finish({ weights: archive.tail().tables, sequences: archive.tail().sequences });
  } catch (error) {
    throw inWords(error);
  } finally {
    archive.close();
    await landing.close();
  }
  if (secret && target.embedded) await keepSecret(env.DATA_DIR, secret);
  const left = await eraseSince(env);
  await target.settle();
  report(archive, landing.known, (performance.now() - begun) / 1000);
  tellOfPast(landed);
  if (Date.parse(archive.head.at) < Date.now() - 2 * env.BACKUP_DAYS * day)
    console.log(
      `The backup is more than ${2 * env.BACKUP_DAYS} days old: people who were erased since may be in it again.`,
    );
  await tellOfSecret(archive, env);
  if (left.length)
    throw new Complaint(
      `Everything was restored, but not everything that was erased since is gone from it again:\n${left.join("\n")}\nThe jobs try again when the site is started and every night.`,
    );
}

/**
 * Before a site can start with it. Nobody may stay connected, as the database may be about to get its name. Never throws, as what was
 * restored would be out of reach.
 *
 * @returns what could not be erased, and why
 */
async function eraseSince(env: Env): Promise<string[]> {
  try {
    process.env["SECRET"] = await findSecret(env);
    const { db } = await import("#lib/data/db.ts");
    const { eraseAgain } = await import("#lib/commands/people/erasing/erase-again.ts");
    const { erased, left } = await eraseAgain().finally(() => db.$disconnect());
    if (erased) console.log(`Erased again, as they were erased after the backup: ${erased}.`);
    return left;
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** @returns the secret that the archive brought, if it did */
async function takeAll({ head, parts }: Opened, landing: Landing): Promise<string | null> {
  const tables = new Map(head.tables.map((table, place) => [table.name, { table, place }]));
  const say = { tables: progressBar("Tables"), files: progressBar("Files") };
  let secret: string | null = null;
  let files = 0;
  for await (const part of parts()) {
    if (part.kind === "secret") secret = part.secret;
    else if (part.kind === "file") {
      await keepCopy(part.key, part, part.check);
      say.files((files += 1), head.files);
    } else {
      const known = tables.get(part.table);
      if (!known) throw new ArchiveBroken("The archive is damaged");
      if (landing.known.has(part.table)) await landing.take(known.table, part.rows);
      say.tables(known.place + 1, tables.size);
    }
  }
  return secret;
}

/** What was done since the backup, and is not done any more. */
function tellOfPast({ letters, rights: { again, without } }: Landed) {
  console.log(
    "Everybody has to sign in anew. Links to drafts and submissions that were renewed since work again in their old form.",
  );
  if (letters)
    console.log(
      `Letters that were owed when it was backed up: ${letters}. They leave when the site is started, also where they left since.`,
    );
  if (again.length) console.log(`May read and write its rows again: ${again.join(", ")}.`);
  if (without.length)
    console.log(
      `Their rights went with the tables: ${without.join(", ")}. Give them anew, to the role of a site with npm run migrate -- ROLE.`,
    );
}

function report(archive: Opened, known: ReadonlySet<string>, seconds: number) {
  const { tables, files, missing } = archive.tail();
  const own = Object.entries(tables).filter(([name]) => known.has(name));
  const foreign = Object.keys(tables).filter((name) => !known.has(name));
  const rows = own.reduce((sum, [, table]) => sum + table.rows, 0);
  console.log(
    `Restored and compared: ${rows} rows of ${own.length} tables and ${files.count} files, in ${seconds.toFixed(1)} s.`,
  );
  if (foreign.length) console.log(`Left out, as they are no tables of this program: ${foreign.join(", ")}.`);
  if (missing.length)
    console.log(`Not in the backup are ${missing.length} files that could not be found when it was made.`);
}

async function tellOfSecret({ head }: Opened, env: Env) {
  const kept = env.DATABASE_URL ? "" : await readFile(join(env.DATA_DIR, "secret"), "utf8").catch(() => "");
  const secret = process.env["SECRET"] || kept;
  if (head.secretMark && (!secret || markOf(secret) !== head.secretMark))
    console.log(
      `SECRET is not the one this was backed up with, so links in letters that were sent do not work. Put that one ${env.DATABASE_URL ? "into SECRET" : `into ${join(env.DATA_DIR, "secret")}`} before you start the site.`,
    );
}

const complain = (error: unknown): never => {
  throw inWords(error);
};

/** Nothing was changed whenever one of these comes. */
function inWords(failure: unknown): unknown {
  const error = asBroken(failure);
  if (error instanceof ArchiveBroken) return new Complaint(`${error.message}. Nothing was restored.`);
  if (error instanceof DatabaseIsFull)
    return new Complaint("The database is not empty. With --replace, what it holds goes for what was backed up.");
  if (error instanceof SiteRuns) return new Complaint("A site runs on this database. Stop it first, and its workers.");
  if (error instanceof DatabaseIsNewer)
    return new Complaint("The backup was made by a newer version of this program. Update the code first.");
  if (error instanceof CopyDiffers)
    return new Complaint(`What came back is not what was backed up: ${error.message}. Nothing was restored.`);
  // Of PostgreSQL: it does not take the rows as they stand in the archive.
  if (error instanceof Error && "severity" in error)
    return new Complaint(`The archive does not fit this database: ${error.message}. Nothing was restored.`);
  return error;
}
