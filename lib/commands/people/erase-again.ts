import { db } from "#lib/data/db.ts";
import { eachErasure, forgetErasures } from "#lib/data/files/erasures.ts";
import { removeFiles } from "#lib/data/files/files.ts";
import { removeVersions } from "#lib/data/submissions/removal.ts";
import { lockVersion } from "#lib/data/versions.ts";
import { isRecord } from "#lib/domain/workflow/states.ts";
import { backupDays } from "#lib/ops/env.ts";
import { erasePerson } from "./erase-person.ts";

const day = 24 * 60 * 60 * 1000;

/**
 * Erases what was erased before and is back, as after a restore from an older backup. Does nothing otherwise. What no backup can hold any
 * more is forgotten.
 *
 * @returns how many people and versions it erased
 */
export async function eraseAgain({ now = new Date() } = {}): Promise<number> {
  let erased = 0;
  for await (const { what, id } of eachErasure()) {
    if (what === "person") erased += Number((await erasePerson({ personId: id, now })).ok);
    else erased += Number(await eraseVersion(id));
  }
  // Twice as long, so that a backup that somebody kept for a little longer is no harm.
  await forgetErasures(new Date(now.getTime() - 2 * backupDays() * day));
  return erased;
}

async function eraseVersion(id: string): Promise<boolean> {
  const files = await db.$transaction(async (tx) => {
    const version = await lockVersion(tx, id);
    return version && !isRecord(version.state) ? removeVersions(tx, [id]) : null;
  });
  if (files) await removeFiles(files);
  return files !== null;
}
