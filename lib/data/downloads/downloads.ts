import { Readable } from "node:stream";
import { db } from "#lib/data/db.ts";
import { openDisk } from "#lib/data/files/storage.ts";
import type { Download } from "#prisma/client/client.ts";

const folder = "downloads";
const hourMs = 3_600_000;

/** The newest file under a name, if it is there and nothing public has changed since it was made. */
export async function findCurrentDownload(name: string, generation: bigint): Promise<Download | null> {
  const found = await db.download.findUnique({ where: { name } });
  return found?.generation === generation && (await openDisk().exists(found.key)) ? found : null;
}

/** The newest file under a name, whatever has changed since it was made. */
export const findNewestDownload = (name: string): Promise<Download | null> =>
  db.download.findUnique({ where: { name } });

/** Where a new file goes. Nobody has that name yet, so whoever reads an older one reads it to its end. */
export const newKey = (id: string, name: string): string => `${folder}/${id}-${name}`;

/** Writes a file while it is being made. */
export async function writeDownload(key: string, content: Readable): Promise<void> {
  await openDisk().putStream(key, content);
}

export async function readDownload({ key }: Pick<Download, "key">): Promise<ReadableStream<Uint8Array>> {
  return Readable.toWeb(await openDisk().getStream(key)) as ReadableStream<Uint8Array>;
}

/** Notes a file as the newest of its name, unless another process was quicker with a newer one. */
export async function recordDownload(made: Download): Promise<void> {
  await db.$executeRaw`
    insert into "Download" ("name", "key", "generation", "records", "bytes", "sha256", "madeAt")
    values (${made.name}, ${made.key}, ${made.generation}, ${made.records}, ${made.bytes}, ${made.sha256}, ${made.madeAt})
    on conflict ("name") do update set "key" = excluded."key", "generation" = excluded."generation", "records" = excluded."records",
      "bytes" = excluded."bytes", "sha256" = excluded."sha256", "madeAt" = excluded."madeAt"
    where "Download"."generation" <= excluded."generation"`;
}

/** Removes files that are not the newest of their name any more. Those of the last hour may still be on their way. */
export async function removeOldDownloads(now: Date): Promise<void> {
  const newest = new Set((await db.download.findMany({ select: { key: true } })).map(({ key }) => key));
  const { objects } = await openDisk().listAll(folder);
  for (const object of objects) {
    if (!object.isFile || newest.has(object.key)) continue;
    const { lastModified } = await openDisk().getMetaData(object.key);
    if (now.getTime() - lastModified.getTime() > hourMs) await openDisk().delete(object.key);
  }
}
