import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { prepareFile } from "#lib/data/files/intake/prepare.ts";
import { withIntake } from "#lib/data/files/intake/intake.ts";
import { mostBytes, type Accept } from "#lib/domain/files/kinds.ts";
import type { FileRefusal } from "#lib/domain/files/refusals.ts";
import { refuse, type Result } from "#lib/domain/result.ts";
import type { Actor } from "#lib/domain/workflow/decide.ts";
import { createLog } from "#lib/ops/log.ts";
import { attachReady } from "./attach-ready.ts";

interface Request {
  versionId: string;
  /** As it was sent. Its ending has to say what it is. */
  name: string;
  accept: Accept;
  /** Its bytes: in memory, as they come, or in a file, which may be moved away. */
  content: Uint8Array | AsyncIterable<Uint8Array> | { path: string };
  actor: Actor;
  now?: Date;
}

/** What was attached, or why not; `refusalWords` has the words. */
export type Attached = Result<{ id: string; name: string }, FileRefusal>;

/** Attaches a picture or a document to a version that its actor may still revise: looked through, made ready, kept, noted. */
export async function attachFile({ name, accept, content, ...request }: Request): Promise<Attached> {
  return withIntake(async (folder): Promise<Attached> => {
    const path = "path" in content ? content.path : join(folder, "sent");
    if (!("path" in content)) await pipeline(Readable.from(bounded(content)), createWriteStream(path));
    const ready = await prepareFile(path, name, accept, folder);
    if (!ready.ok) return ready;
    const added = await attachReady({ ...request, file: ready.value });
    return added.ok ? added : refuse<FileRefusal>({ because: added.reason });
  }).catch((error: unknown) => {
    if (!isStorageError(error)) throw error;
    createLog().error({ err: error }, "there is nowhere to look through a file");
    return refuse({ because: "storage" } as const);
  });
}

/** One byte more than may be kept is enough to know. */
async function* bounded(content: Uint8Array | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let left = mostBytes + 1;
  for await (const chunk of content instanceof Uint8Array ? [content] : content) {
    if (chunk.byteLength >= left) return yield chunk.subarray(0, left);
    left -= chunk.byteLength;
    yield chunk;
  }
}

/** Whether the disk was full, gone, or may not be written. */
function isStorageError(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return ["ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM", "ENOENT", "EIO", "ENOTDIR", "EMFILE", "ENFILE"].includes(
    code,
  );
}
