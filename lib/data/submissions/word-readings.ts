import { z } from "zod";
import type { KeptPicture, Reading } from "#lib/domain/word/reading.ts";
import { daysReadingsKept } from "#lib/domain/word/refusals.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { db } from "#lib/data/db.ts";

const day = 24 * 60 * 60 * 1000;
/** So many readings of one draft are kept: somebody may have two tabs open. */
const most = 3;

interface Kept {
  versionId: string;
  revision: number;
  reading: Reading;
  pictures: readonly { bytes: Uint8Array; width: number; height: number }[];
}

/** A Word file as it was read for a draft. */
export interface KeptReading {
  id: string;
  /** The draft's latest revision when the file was read. */
  revision: number;
  reading: Reading;
  at: Date;
}

/** Keeps what was read of a Word file for two weeks. @returns the id its page finds it by */
export async function keepReading({ versionId, revision, reading, pictures }: Kept, now = new Date()): Promise<string> {
  return db.$transaction(async (tx) => {
    const old = await tx.wordReading.findMany({
      where: { versionId },
      orderBy: { at: "desc" },
      skip: most - 1,
      select: { id: true },
    });
    await tx.wordReading.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
    const expiresAt = new Date(now.getTime() + daysReadingsKept * day);
    const data = { versionId, revision, reading: reading as unknown as Prisma.InputJsonObject, at: now, expiresAt };
    const { id } = await tx.wordReading.create({ data });
    await tx.wordPicture.createMany({
      data: pictures.map(({ bytes, width, height }, position) => ({
        readingId: id,
        position,
        bytes: Uint8Array.from(bytes),
        width,
        height,
      })),
    });
    return id;
  });
}

/** What was read for a draft. Null when it has expired, or was read for another. */
export async function findReading(id: string, versionId: string, now = new Date()): Promise<KeptReading | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const pictures = { select: { position: true, attachmentId: true } };
  const where = { id, versionId, expiresAt: { gt: now } };
  const found = await db.wordReading.findFirst({ where, include: { pictures } });
  if (!found) return null;
  const taken = new Map(found.pictures.map(({ position, attachmentId }) => [position, attachmentId]));
  const reading = found.reading as unknown as Reading;
  const known = reading.pictures.map((one) => ({ ...one, attachment: taken.get(one.position) ?? null }));
  return { id, revision: found.revision, reading: { ...reading, pictures: known }, at: found.at };
}

/** The bytes of a picture that was read with a file. */
export async function findPicture(readingId: string, { position }: KeptPicture): Promise<Uint8Array | null> {
  const found = await db.wordPicture.findUnique({ where: { readingId_position: { readingId, position } } });
  return found?.bytes ?? null;
}

const asked = z.object({
  readingId: z.uuid(),
  position: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number),
});

/** The same for somebody who asks by address: null too for one that was read for another draft, or is kept no longer. */
export async function findPictureFor(versionId: string, readingId: string, position: string, now = new Date()) {
  const where = asked.safeParse({ readingId, position }).data;
  if (!where) return null;
  const reading = { versionId, expiresAt: { gt: now } };
  const found = await db.wordPicture.findFirst({ where: { ...where, reading }, select: { bytes: true } });
  return found?.bytes ?? null;
}

/** Notes what a picture became when it was taken. @returns what it is now: whoever took it first has noted it */
export async function noteTaken(readingId: string, { position }: KeptPicture, attachmentId: string): Promise<string> {
  await db.wordPicture.updateMany({ where: { readingId, position, attachmentId: null }, data: { attachmentId } });
  const noted = await db.wordPicture.findUnique({ where: { readingId_position: { readingId, position } } });
  return noted?.attachmentId ?? attachmentId;
}

/** Forgets what was read and never chosen from. */
export async function clearReadings(now = new Date()): Promise<number> {
  const { count } = await db.wordReading.deleteMany({ where: { expiresAt: { lte: now } } });
  return count;
}
