import { db } from "#lib/data/db.ts";
import { eachErasure, forgetErasures } from "#lib/data/files/erasures.ts";
import { removeFiles } from "#lib/data/files/files.ts";
import { publicly, raiseGeneration } from "#lib/data/generation.ts";
import { removeContacts } from "#lib/data/people/erasing.ts";
import { removeVersions } from "#lib/data/submissions/removal.ts";
import { lockCaseStudies, lockVersion } from "#lib/data/versions.ts";
import { isRecord } from "#lib/domain/workflow/states.ts";
import { backupDays } from "#lib/ops/env.ts";
import { eraseAddress } from "./erase-address.ts";
import { erasePerson } from "./erase-person.ts";

const day = 24 * 60 * 60 * 1000;

/**
 * Erases what was erased before and is back, as after a restore from an older backup. Does nothing otherwise. What no backup can hold any
 * more is forgotten.
 *
 * @returns how many people, contacts and versions it erased
 */
export async function eraseAgain({ now = new Date() } = {}): Promise<number> {
  let erased = 0;
  const contacts: string[] = [];
  for await (const { what, id } of eachErasure()) {
    if (what === "person") erased += Number((await erasePerson({ personId: id, now })).ok);
    else if (what === "version") erased += Number(await eraseVersion(id));
    else contacts.push(id);
  }
  // Last, as most have gone with the person.
  for (const id of contacts) erased += Number(await eraseContact(id, now));
  // Twice as long, so that a backup that somebody kept for a little longer is no harm.
  await forgetErasures(new Date(now.getTime() - 2 * backupDays() * day));
  return erased;
}

/**
 * Erases the address of a contact everywhere; only that contact where the address is a person's: theirs was not erased, and the contact
 * may have been made another's in between.
 */
async function eraseContact(id: string, now: Date): Promise<boolean> {
  const contact = await db.contact.findUnique({ where: { id } });
  if (!contact?.email) return false;
  const email = contact.email.trim().toLowerCase();
  if (!(await db.person.findUnique({ where: { email } }))) return (await eraseAddress({ email, now })).ok;
  await publicly(async (tx) => {
    await lockCaseStudies(tx, [contact.caseStudyId]);
    if (await removeContacts(tx, [contact])) await raiseGeneration(tx);
  });
  return true;
}

async function eraseVersion(id: string): Promise<boolean> {
  const files = await db.$transaction(async (tx) => {
    const version = await lockVersion(tx, id);
    return version && !isRecord(version.state) ? removeVersions(tx, [id]) : null;
  });
  if (files) await removeFiles(files);
  return files !== null;
}
