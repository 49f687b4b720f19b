import { db } from "#lib/data/db.ts";
import { forgetErasure, noteErasure, type Erasure } from "#lib/data/files/erasures.ts";

/** How long an erasure may take, in milliseconds: the store of files, where each is noted, may be slow. */
export const patienceMs = 20_000;

/**
 * Does what erases something and notes that it does, before that is certain. Where it fails, whatever is still there was not erased, and
 * must not be at night: what was noted of it is forgotten, unless it had been erased before.
 *
 * @param erase is given what notes an erasure
 */
export async function notingErasures<Value>(
  erase: (note: (erasure: Erasure) => Promise<void>) => Promise<Value>,
): Promise<Value> {
  const noted: Erasure[] = [];
  try {
    return await erase(async (erasure) => {
      if (await noteErasure(erasure)) noted.push(erasure);
    });
  } catch (error) {
    // Where nobody can say what is there, what somebody asked for stays noted.
    for (const erasure of noted) if (await isThere(erasure).catch(() => false)) await forgetErasure(erasure);
    throw error;
  }
}

async function isThere({ what, id }: Erasure): Promise<boolean> {
  if (what === "person") return (await db.person.count({ where: { id } })) > 0;
  if (what === "version") return (await db.version.count({ where: { id } })) > 0;
  return (await db.contact.count({ where: { id, email: { not: "" } } })) > 0;
}
