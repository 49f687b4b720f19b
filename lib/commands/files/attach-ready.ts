import { db } from "#lib/data/db.ts";
import { addAttachment, keepFile, lengthOf, removeFiles } from "#lib/data/files/files.ts";
import type { Ready } from "#lib/data/files/intake/prepare.ts";
import { keyOfWidth, keysOf, newKey } from "#lib/data/files/keys.ts";
import { lockVersion, subjectOf } from "#lib/data/versions.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { mayRevise, type Actor } from "#lib/domain/workflow/decide.ts";
import { createLog } from "#lib/ops/log.ts";

interface Request {
  versionId: string;
  /** What was looked through and made ready. */
  file: Ready;
  actor: Actor;
  now?: Date;
}

type Outcome = Result<{ id: string; name: string }, "storage" | "not-found" | "not-allowed">;

/**
 * Keeps a file for a version that its actor may still revise. Its bytes are kept first, so that no row ever names a file that is
 * missing or half there; whoever dies in between leaves bytes without a row, which the next clean-up removes.
 */
export async function attachReady({ versionId, file, actor, now = new Date() }: Request): Promise<Outcome> {
  const key = newKey(file.extension);
  const widths = file.picture?.widths ?? [];
  const keys = keysOf({ key, widths: widths.map(({ width }) => width) });
  try {
    await keepFile(key, file.content);
    for (const { width, content } of widths) await keepFile(keyOfWidth(key, width), content);
  } catch (error) {
    createLog().error({ err: error }, "a file could not be kept");
    await forget(keys);
    return refuse("storage");
  }
  // An error does not say whether the row was kept all the same: then its bytes are left to the clean-up.
  const added = await addRow({ versionId, file, actor, now }, key);
  if (!added.ok) await forget(keys);
  return added;
}

async function addRow({ versionId, file, actor, now }: Required<Request>, key: string): Promise<Outcome> {
  return db.$transaction(async (tx) => {
    const version = await lockVersion(tx, versionId);
    if (!version) return refuse("not-found");
    if (!mayRevise(subjectOf(version), actor)) return refuse("not-allowed");
    const { name, type, content, picture, tagged } = file;
    const id = await addAttachment(tx, {
      ...{ caseStudyId: version.caseStudyId, key, name, type, bytes: lengthOf(content), at: now },
      ...{ width: picture?.width ?? null, height: picture?.height ?? null },
      tagged: tagged ?? null,
      widths: picture?.widths.map(({ width }) => width) ?? [],
    });
    return ok({ id, name });
  });
}

/** What cannot be removed either is removed by the next clean-up. */
const forget = (keys: readonly string[]) => removeFiles(keys).catch(() => undefined);
