import { db } from "#lib/data/db.ts";
import { eachErasure, forgetErasures, type Erasure } from "#lib/data/files/erasures.ts";
import { removeFiles } from "#lib/data/files/files.ts";
import { publicly, raiseGeneration } from "#lib/data/generation.ts";
import { removeContacts } from "#lib/data/people/erasing.ts";
import { forgetIdlePerson } from "#lib/data/people/people.ts";
import { removeVersions } from "#lib/data/submissions/removal.ts";
import { lockCaseStudies, lockVersion } from "#lib/data/versions.ts";
import { isRecord } from "#lib/domain/workflow/states.ts";
import { backupDays } from "#lib/ops/env.ts";
import { createLog } from "#lib/ops/log.ts";
import { takeRoleAway } from "#lib/commands/staff/take-role-away.ts";
import { eraseAddress } from "./erase-address.ts";
import { erasePerson } from "./erase-person.ts";

const day = 24 * 60 * 60 * 1000;

/** What became of everything that was erased before. */
interface ErasedAgain {
  /** How many people, contacts and versions were back, and are gone. */
  erased: number;
  /** What is back and could not be erased, and why, by ids. The log has it too. */
  left: string[];
}

/**
 * Erases what was erased before and is back, as after a restore from an older backup. Does nothing otherwise. What no backup can hold any
 * more is forgotten. One that cannot be erased keeps no other.
 */
export async function eraseAgain({ now = new Date(), log = createLog() } = {}): Promise<ErasedAgain> {
  const notes: Erasure[] = [];
  for await (const note of eachErasure()) notes.push(note);
  const left: string[] = [];
  let erased = 0;
  for (const { what, id } of notes.toSorted((one, other) => order.indexOf(one.what) - order.indexOf(other.what)))
    try {
      erased += Number(await again[what](id, now));
    } catch (error) {
      log.error({ err: error, [what]: id }, "what was erased before is back, and could not be erased again");
      left.push(`${what} ${id}: ${error instanceof Error ? error.message : String(error)}`);
    }
  // Twice as long, so that a backup that somebody kept for a little longer is no harm.
  await forgetErasures(new Date(now.getTime() - 2 * backupDays() * day));
  return { erased, left };
}

/** Contacts last, as most go with a person. */
const order: readonly Erasure["what"][] = ["person", "version", "contact"];
const again = { person: eraseSomebody, version: eraseVersion, contact: eraseContact };

/** Whoever edits again had been made a contributor before they were erased. @returns whether they were back */
async function eraseSomebody(personId: string, now: Date): Promise<boolean> {
  let outcome = await erasePerson({ personId, now });
  if (!outcome.ok && outcome.reason === "is-editor") {
    await takeRoleAway({ personId, now });
    outcome = await erasePerson({ personId, now });
  }
  if (!outcome.ok && outcome.reason !== "not-found") throw new Error(outcome.reason);
  return outcome.ok;
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

/** With its author, where nothing else is theirs, as when it was deleted. */
async function eraseVersion(id: string): Promise<boolean> {
  const files = await db.$transaction(async (tx) => {
    const version = await lockVersion(tx, id);
    if (!version || isRecord(version.state)) return null;
    const removed = await removeVersions(tx, [id]);
    if (version.authorId) await forgetIdlePerson(tx, version.authorId);
    return removed;
  });
  if (files) await removeFiles(files);
  return files !== null;
}
