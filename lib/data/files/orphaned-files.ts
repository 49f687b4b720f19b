import { Prisma } from "#prisma/client/client.ts";
import { db, primary } from "#lib/data/db.ts";
import { isNamedInWords } from "#lib/data/naming.ts";
import { lockCaseStudy } from "#lib/data/versions.ts";
import { keysOf, stemOfName } from "./keys.ts";
import { removeFiles } from "./files.ts";
import { isMissing, openStore } from "./storage.ts";

const batch = 500;
const day = 24 * 60 * 60 * 1000;

/**
 * Removes the files that no row names: whoever removed the row died before removing its file, or whoever kept the file died
 * before adding its row.
 *
 * @param before spares newer files, whose rows may still be on their way
 */
export async function removeOrphanedFiles(before: Date): Promise<number> {
  let removed = 0;
  for await (const keys of listKeys()) {
    const stems = [...new Set(keys.map(stemOfName))];
    const rows = await db.$queryRaw<{ stem: string }[]>`
      select split_part("key", '.', 1) as stem from "Attachment" where split_part("key", '.', 1) = any(${stems})`;
    const named = new Set<string | null>(rows.map(({ stem }) => stem));
    for (const key of keys.filter((one) => !named.has(stemOfName(one)))) if (await removeOld(key, before)) removed++;
  }
  return removed;
}

/**
 * Removes the attachments that no words have named within a day, with their files: they were sent, but what named them was
 * never saved. Each case study is held meanwhile, so that nobody is just naming them.
 */
export async function removeUnnamedAttachments(now: Date): Promise<number> {
  const [from, to] = [new Date(now.getTime() - 30 * day), new Date(now.getTime() - day)];
  const isUnnamed = Prisma.sql`a."at" between ${from} and ${to}
    and not ${isNamedInWords(Prisma.sql`a`)}`;
  const found = await primary.$queryRaw<{ id: string }[]>`
    select distinct a."caseStudyId" as "id" from "Attachment" a where ${isUnnamed}`;
  let removed = 0;
  for (const { id } of found) {
    const rows = await primary.$transaction(async (tx) => {
      await lockCaseStudy(tx, id);
      return tx.$queryRaw<{ key: string; widths: number[] }[]>`
        delete from "Attachment" a where a."caseStudyId" = ${id}::uuid and ${isUnnamed} returning a."key", a."widths"`;
    });
    await removeFiles(rows.flatMap(keysOf));
    removed += rows.length;
  }
  return removed;
}

async function removeOld(key: string, before: Date): Promise<boolean> {
  const disk = await openStore();
  // Another process may have been quicker.
  const file = await orNull(disk.getMetaData(key));
  if (!file || file.lastModified > before) return false;
  await disk.delete(key);
  return true;
}

async function* listKeys(): AsyncGenerator<string[]> {
  const disk = await openStore();
  let paginationToken: string | undefined;
  do {
    // A folder that is not there yet holds nothing.
    const page = await orNull(disk.listAll("/", { ...(paginationToken && { paginationToken }) }));
    const keys = [...(page?.objects ?? [])].flatMap((one) => (one.isFile && stemOfName(one.name) ? [one.key] : []));
    for (let start = 0; start < keys.length; start += batch) yield keys.slice(start, start + batch);
    paginationToken = page?.paginationToken;
  } while (paginationToken);
}

/** Null for what is not there. A store that does not answer must not look like an empty one. */
const orNull = <Said>(asking: Promise<Said>): Promise<Said | null> =>
  asking.catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
