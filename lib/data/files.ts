import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { readEnv } from "#lib/ops/env.ts";
import { db, type Queries } from "./db.ts";

let disk: Disk | null = null;

/** Where attached files are kept: outside everything that is served by itself. */
function openDisk(): Disk {
  const location = resolve(readEnv().FILES_DIR ?? join(readEnv().DATA_DIR, "files"));
  disk ??= new Disk(new FSDriver({ location, visibility: "private" }));
  return disk;
}

/** Keeps the bytes of a file under a key that nobody chose. */
export async function keepFile(key: string, bytes: Uint8Array): Promise<void> {
  await openDisk().put(key, bytes);
}

export interface PublicFile {
  name: string;
  type: string;
  bytes: number;
  content: ReadableStream<Uint8Array>;
}

/** An attachment that the public may have, because its version has a page. Null for any other. */
export async function findPublicFile(id: string): Promise<PublicFile | null> {
  const found = await db.attachment.findFirst({
    where: { id, version: { state: { in: ["published", "withdrawn"] } } },
  });
  if (!found || !(await openDisk().exists(found.key))) return null;
  const stream = await openDisk().getStream(found.key);
  const content = Readable.toWeb(stream) as ReadableStream<Uint8Array>;
  return { name: found.name, type: found.type, bytes: found.bytes, content };
}

/** Notes a kept file as belonging to a version. @returns its id, which answers hold */
export async function addAttachment(
  tx: Queries,
  attachment: {
    versionId: string;
    key: string;
    name: string;
    type: string;
    bytes: number;
    width: number;
    height: number;
    at: Date;
  },
): Promise<string> {
  const { id } = await tx.attachment.create({ data: attachment });
  return id;
}
