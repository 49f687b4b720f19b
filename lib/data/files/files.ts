import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import type { Answers } from "#lib/domain/template/answers.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { isKeptType } from "#lib/domain/files/kinds.ts";
import { pageStates } from "#lib/domain/workflow/states.ts";
import { db, type Queries } from "#lib/data/db.ts";
import { keyOfWidth } from "./keys.ts";
import { openStore, saidByStore } from "./storage.ts";

/** Bytes to keep: in memory, or in a file with its length. */
export type Content = Uint8Array | { path: string; bytes: number };

export const lengthOf = (content: Content) => ("path" in content ? content.bytes : content.byteLength);

/** Keeps the bytes of a file under a key that nobody chose. */
export async function keepFile(key: string, content: Content): Promise<void> {
  const disk = await openStore();
  if (!("path" in content)) return disk.put(key, content, { contentLength: content.byteLength });
  await disk.putStream(key, createReadStream(content.path), { contentLength: content.bytes });
}

/** Removes files whose rows are gone. One that is gone itself is no error. */
export async function removeFiles(keys: readonly string[]): Promise<void> {
  const disk = await openStore();
  for (const key of keys) await disk.delete(key);
}

export interface ServedFile {
  name: string;
  type: string;
  bytes: number;
  content: () => Promise<Found<ReadableStream<Uint8Array>>>;
}

/** What was asked for. Null where there is none, "away" where the store of files cannot say. */
export type Found<Thing> = Thing | "away" | null;

type Row = { key: string; name: string; type: string; widths: number[] };

/** An attachment that the public may have, because the words on its case study's page name it. Null for any other. */
export async function findPublicFile(id: string, width?: number): Promise<Found<ServedFile>> {
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
  return openFile(found, width);
}

/** An attachment of a case study, for those who may see its words before the public does. */
export async function findOwnFile(caseStudyId: string, id: string, width?: number): Promise<Found<ServedFile>> {
  const found = await db.attachment.findFirst({ where: { id, caseStudyId } });
  return found && openFile(found, width);
}

/** Nothing is served as what this site does not keep, whatever a row says. */
async function openFile({ key, name, type, widths }: Row, width: number | undefined): Promise<Found<ServedFile>> {
  if (!isKeptType(type) || (width !== undefined && !widths.includes(width))) return null;
  const own = width === undefined ? key : keyOfWidth(key, width);
  const disk = await openStore();
  const kept = await saidByStore(disk.getMetaData(own));
  if (kept === null || kept === "away") return kept;
  const content = () => saidByStore(disk.getStream(own).then((stream) => Readable.toWeb(stream) as ReadableStream));
  const bytes = kept.contentLength;
  return width === undefined ? { name, type, bytes, content } : { name: own, type: "image/webp", bytes, content };
}

function names({ template, revisions }: { template: string; revisions: { answers: unknown }[] }, id: string): boolean {
  const { images, documents } = factsOf(getTemplate(template), (revisions[0]?.answers ?? {}) as Answers);
  return [...images, ...documents].some(({ attachment }) => attachment === id);
}

/** An attachment as the pages of those who write tell of it. */
export interface Attached {
  id: string;
  name: string;
  type: string;
  bytes: number;
  width: number | null;
  height: number | null;
  widths: number[];
  /** False for a PDF that says nothing to a screen reader of its headings, lists and pictures. */
  tagged: boolean | null;
}

/** What is attached to a case study, whichever of its words name it. */
export async function listAttached(caseStudyId: string): Promise<Attached[]> {
  return db.attachment.findMany({ where: { caseStudyId }, orderBy: { at: "asc" } });
}

/** Files by their ids. @param caseStudyId leaves out those of any other */
export async function listFiles(tx: Queries, ids: readonly string[], caseStudyId?: string) {
  if (ids.length === 0) return [];
  return tx.attachment.findMany({ where: { id: { in: [...ids] }, ...(caseStudyId && { caseStudyId }) } });
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
    width: number | null;
    height: number | null;
    widths: number[];
    tagged?: boolean | null;
    at: Date;
  },
): Promise<string> {
  const { id } = await tx.attachment.create({ data: attachment });
  return id;
}
