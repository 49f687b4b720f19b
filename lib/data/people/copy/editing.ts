import { saidBy } from "#lib/domain/catalogue/said.ts";
import type { PeopleChange } from "#lib/domain/people/changes.ts";
import { changeInWords, followUpInWords, providerInWords } from "#lib/domain/people/copy-words.ts";
import type { CopiedKind } from "#lib/domain/people/copy.ts";
import { db } from "#lib/data/db.ts";
import { momentOf, type Holder } from "./holder.ts";
import { readNames } from "./names.ts";

/** What is held about somebody because they edit, or did. */
export async function copyEditing({ id }: Holder): Promise<CopiedKind[]> {
  if (id === null) return ["editor", "secondFactor", "session"].map((key) => ({ key, items: [] }));
  const [changes, confirmed, assigned, visits, settled, followUps, catalogue, undone, imports] = await Promise.all([
    db.peopleEvent.findMany({ where: { actorId: id } }),
    db.contributor.findMany({ where: { confirmedById: id } }),
    db.version.findMany({ where: { assigneeId: id }, select: { createdAt: true } }),
    db.deskVisit.findMany({ where: { personId: id } }),
    db.suggestion.findMany({ where: { settledById: id } }),
    db.followUp.findMany({ where: { settledById: id } }),
    db.catalogueChange.findMany({ where: { actorId: id } }),
    db.catalogueChange.findMany({ where: { undoneById: id } }),
    db.import.findMany({ where: { personId: id } }),
  ]);
  const named = await readNames();
  const saidOf = await nameChanges([...catalogue, ...undone]);
  const items = [
    ...changes.map(({ kind, at }) => ({ "Changed people": changeInWords[kind as PeopleChange], At: momentOf(at) })),
    ...confirmed.map(({ councilId, confirmedAt }) => ({
      "Confirmed somebody for": named.councils.get(councilId) ?? councilId,
      At: momentOf(confirmedAt),
    })),
    ...assigned.map(({ createdAt }) => ({ "Reviews what was begun": momentOf(createdAt) })),
    ...visits.map(({ revision, at }) => ({ "Had revision open": revision, At: momentOf(at) })),
    ...settled.map(({ answer, handledAt }) => ({ "Settled a suggestion": answer, At: momentOf(handledAt) })),
    ...followUps.map(({ state, settledAt }) => ({
      "Settled what happened next": followUpInWords(state),
      At: momentOf(settledAt),
    })),
    ...catalogue.map((change) => ({ "Changed the catalogue": saidOf(change), At: momentOf(change.at) })),
    ...undone.map((change) => ({ "Undid a change of the catalogue": saidOf(change), At: momentOf(change.undoneAt) })),
    ...imports.map(({ source, fileName, createdAt }) => ({
      "Brought a file": fileName,
      From: source,
      At: momentOf(createdAt),
    })),
  ];
  return [{ key: "editor", items }, ...(await copySigningIn(id))];
}

type Change = Awaited<ReturnType<typeof db.catalogueChange.findMany>>[number];

/** What changes of the catalogue did, in the sentences that editors read. */
async function nameChanges(changes: readonly Change[]): Promise<(change: Change) => string> {
  const id = { in: changes.map(({ subjectId }) => subjectId) };
  const select = { id: true, name: true };
  const [councils, collections, topics, supportTypes] = await Promise.all([
    db.council.findMany({ where: { id }, select }),
    db.collection.findMany({ where: { id }, select }),
    db.topic.findMany({ where: { id }, select }),
    db.supportType.findMany({ where: { id }, select }),
  ]);
  const names = new Map([...councils, ...collections, ...topics, ...supportTypes].map((row) => [row.id, row.name]));
  return (change) => saidBy({ ...change, name: names.get(change.subjectId) ?? null });
}

async function copySigningIn(userId: string): Promise<CopiedKind[]> {
  const [sessions, accounts, factor] = await Promise.all([
    db.session.findMany({ where: { userId } }),
    db.account.findMany({ where: { userId } }),
    db.twoFactor.findUnique({ where: { userId } }),
  ]);
  const accountsSaid = accounts.map(({ providerId, accountId, scope, createdAt }) => ({
    "Signs in with": providerInWords(providerId),
    "Known there as": accountId,
    "What it may say": scope,
    Since: momentOf(createdAt),
  }));
  return [
    {
      key: "secondFactor",
      items: [...accountsSaid, ...(factor ? [{ "An authenticator app is set up": factor.verified }] : [])],
    },
    {
      key: "session",
      items: sessions.map(({ createdAt, updatedAt, expiresAt, ipAddress, userAgent }) => ({
        Since: momentOf(createdAt),
        "Last used": momentOf(updatedAt),
        Ends: momentOf(expiresAt),
        "From address": ipAddress,
        "From browser": userAgent,
      })),
    },
  ];
}
