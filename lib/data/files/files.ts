import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import type { Answers } from "#lib/domain/template/answers.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { pageStates } from "#lib/domain/workflow/states.ts";
import { readEnv } from "#lib/ops/env.ts";
import { db, type Queries } from "#lib/data/db.ts";

let disk: Disk | null = null;

/** Where attached files are kept: outside everything that is served by itself. */
export function openDisk(): Disk {
  disk ??= new Disk(new FSDriver({ location: filesFolder(), visibility: "private" }));
  return disk;
}

export const filesFolder = () => resolve(readEnv().FILES_DIR ?? join(readEnv().DATA_DIR, "files"));

/** Keeps the bytes of a file under a key that nobody chose. */
export async function keepFile(key: string, bytes: Uint8Array): Promise<void> {
  await openDisk().put(key, bytes);
}

/** Removes files whose rows are gone. One that is gone itself is no error. */
export async function removeFiles(keys: readonly string[]): Promise<void> {
  for (const key of keys) await openDisk().delete(key);
}

export interface PublicFile {
  name: string;
  type: string;
  bytes: number;
  content: ReadableStream<Uint8Array>;
}

/** An attachment that the public may have, because the words on its case study's page name it. Null for any other. */
export async function findPublicFile(id: string): Promise<PublicFile | null> {
  const found = await db.attachment.findUnique({
    where: { id },
    include: {
      caseStudy: {
        include: {
          versions: {
            where: { state: { in: [...pageStates] } },
            include: { revisions: { orderBy: { number: "desc" }, take: 1 } },
          },
        },
      },
    },
  });
  if (!found?.caseStudy.versions.some((version) => names(version, id))) return null;
  if (!(await openDisk().exists(found.key))) return null;
  const stream = await openDisk().getStream(found.key);
  const content = Readable.toWeb(stream) as ReadableStream<Uint8Array>;
  return { name: found.name, type: found.type, bytes: found.bytes, content };
}

function names({ template, revisions }: { template: string; revisions: { answers: unknown }[] }, id: string): boolean {
  const { images, documents } = factsOf(getTemplate(template), (revisions[0]?.answers ?? {}) as Answers);
  return [...images, ...documents].some(({ attachment }) => attachment === id);
}

/** Notes a kept file as belonging to a case study. @returns its id, which answers hold */
export async function addAttachment(
  tx: Queries,
  attachment: {
    caseStudyId: string;
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
