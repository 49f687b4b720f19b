import { randomUUID } from "node:crypto";
import { db } from "#lib/data/db.ts";
import { addAttachment, keepFile } from "#lib/data/files/files.ts";
import { lockVersion, subjectOf } from "#lib/data/versions.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import { mayRevise, type Actor } from "#lib/domain/workflow/decide.ts";

interface Request {
  versionId: string;
  name: string;
  /** Media type of the bytes, which the caller has made sure of. */
  type: "image/webp";
  bytes: Uint8Array;
  /** In pixels. */
  width: number;
  height: number;
  actor: Actor;
  now?: Date;
}

/** Adds a picture to a version that its actor may still revise. The bytes are kept first: a row never names a missing file. */
export async function attachImage({ versionId, name, type, bytes, width, height, actor, now = new Date() }: Request) {
  const key = `${randomUUID()}.webp`;
  return db.$transaction(async (tx) => {
    const version = await lockVersion(tx, versionId);
    if (!version) return refuse("not-found");
    if (!mayRevise(subjectOf(version), actor)) return refuse("not-allowed");
    await keepFile(key, bytes);
    const { caseStudyId } = version;
    const file = { caseStudyId, key, name, type, bytes: bytes.byteLength, width, height, at: now };
    const id = await addAttachment(tx, file);
    return ok({ id });
  });
}
