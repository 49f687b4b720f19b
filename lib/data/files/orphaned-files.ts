import { existsSync } from "node:fs";
import { db } from "#lib/data/db.ts";
import { filesFolder, openDisk } from "./files.ts";

// Only names of our making: the folder may hold somebody else's files as well.
const ownName = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[a-z0-9]+$/;
const batch = 500;

/**
 * Removes the files that no row names: whoever removed the row died before removing its file.
 *
 * @param before spares newer files, whose rows may still be on their way
 */
export async function removeOrphanedFiles(before: Date): Promise<number> {
  let removed = 0;
  for await (const keys of listKeys()) {
    const rows = await db.attachment.findMany({ where: { key: { in: keys } }, select: { key: true } });
    const named = new Set(rows.map(({ key }) => key));
    for (const key of keys.filter((one) => !named.has(one))) if (await removeOld(key, before)) removed++;
  }
  return removed;
}

async function removeOld(key: string, before: Date): Promise<boolean> {
  // Another process may have been quicker.
  const file = await openDisk()
    .getMetaData(key)
    .catch(() => null);
  if (!file || file.lastModified > before) return false;
  await openDisk().delete(key);
  return true;
}

async function* listKeys(): AsyncGenerator<string[]> {
  if (!existsSync(filesFolder())) return;
  const { objects } = await openDisk().listAll();
  const keys = [...objects].flatMap((one) => (one.isFile && ownName.test(one.name) ? [one.key] : []));
  for (let start = 0; start < keys.length; start += batch) yield keys.slice(start, start + batch);
}
