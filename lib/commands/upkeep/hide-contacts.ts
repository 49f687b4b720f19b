import { publicly, raiseGeneration } from "#lib/data/generation.ts";
import type { Queries } from "#lib/data/db.ts";
import { listDoubtedContacts } from "#lib/data/upkeep/contacts.ts";
import { lockVersion, type LockedVersion } from "#lib/data/versions.ts";
import { londonDay } from "#lib/domain/calendar/london-days.ts";
import { hidingDay } from "#lib/domain/upkeep/enquiries.ts";
import { hasPage } from "#lib/domain/workflow/states.ts";
import { upkeepDays } from "#lib/ops/env.ts";

/** Takes from readers the contacts that have been doubted for as long as the setting says. Safe in several processes at once. */
export async function hideContacts(now = new Date()): Promise<number> {
  const isDue = (doubtedAt: Date) => hidingDay(londonDay(doubtedAt), upkeepDays()) <= londonDay(now);
  const due = (await listDoubtedContacts()).filter(({ hiddenAt, doubtedAt }) => !hiddenAt && isDue(doubtedAt));
  let hidden = 0;
  for (const { contactId, versionId } of due) {
    hidden += await publicly(async (tx) => {
      const version = await lockVersion(tx, versionId);
      if (!version || !hasPage(version.state)) return 0;
      const still = await tx.contact.findFirst({ where: { id: contactId, hiddenAt: null, doubt: { not: "" } } });
      if (!still?.doubtedAt || !isDue(still.doubtedAt)) return 0;
      await hideContact(tx, version, { contactId, actorId: null, now });
      return 1;
    });
  }
  return hidden;
}

interface Hiding {
  contactId: string;
  /** Null for the clock, or whoever says that they are not the person. */
  actorId: string | null;
  now: Date;
}

/** Takes a contact from readers, and says so in the history of the version that has a page, already locked. */
export async function hideContact(
  tx: Queries,
  { id: versionId, state, latestRevision: revision }: LockedVersion,
  { contactId, actorId, now }: Hiding,
): Promise<void> {
  await tx.contact.update({ where: { id: contactId }, data: { hiddenAt: now } });
  const line = { versionId, revision, fromState: state, toState: state };
  await tx.event.create({ data: { ...line, kind: "hideContact", actorId, at: now } });
  await raiseGeneration(tx);
}
