import { noteChange, noteFormerSlug } from "#lib/data/catalogue/changes.ts";
import { readCouncils, sidesOf, type CouncilFields, type Side } from "#lib/data/catalogue/councils/councils.ts";
import { readStanding } from "#lib/data/catalogue/standing.ts";
import type { Queries } from "#lib/data/db.ts";
import type { Actor } from "#lib/domain/workflow/decide.ts";
import type { Prisma } from "#prisma/client/client.ts";

export type Person = Extract<Actor, { kind: "person" }>;

/** What a change of councils is called. */
export type CouncilChange = "add" | "change" | "rename" | "end" | "merge";

interface Noted {
  /** The council it is about. */
  id: string;
  /** All councils of which anything is written. */
  among: readonly string[];
  kind: CouncilChange;
  actor: Person;
  now: Date;
}

/**
 * Writes something of councils and notes what was there. A slug that one had goes on leading to it.
 *
 * @returns the case studies whose rows in the listing follow
 */
export async function writeNoted(
  tx: Queries,
  { id, among, kind, actor, now }: Noted,
  write: () => Promise<void>,
): Promise<string[]> {
  const before = await readCouncils(tx, among);
  await write();
  const sides = sidesOf(before, await readCouncils(tx, among));
  if (!sides) return [];
  for (const [subjectId, fields] of Object.entries(sides.before.councils))
    if (fields?.slug) await noteFormerSlug(tx, { subject: "council", slug: fields.slug, subjectId, at: now });
  await noteChange(tx, {
    ...{ subject: "council", subjectId: id, kind, actorId: actor.id, at: now },
    before: sides.before as unknown as Prisma.InputJsonObject,
    after: sides.after as unknown as Prisma.InputJsonObject,
  });
  return listTouched(tx, sides.after);
}

/** What of a council the listing repeats. */
const listed: readonly (keyof CouncilFields)[] = [
  ...(["slug", "name", "shortName", "type", "nation", "region", "mergedIntoId"] as const),
];

/** The published case studies of which the listing says something else: those of the councils, and of what stands for them, as leads or partners. */
export async function listTouched(tx: Queries, { councils }: Side): Promise<string[]> {
  const changed = Object.entries(councils).flatMap(([id, fields]) =>
    fields && listed.some((key) => key in fields) ? [id] : [],
  );
  if (!changed.length) return [];
  const standing = await readStanding(tx);
  const ids = [...new Set([...changed, ...changed.map(standing)])];
  const rows = await tx.listing.findMany({
    where: { OR: [{ councilId: { in: ids } }, { partnerIds: { hasSome: ids } }] },
    select: { caseStudyId: true },
  });
  return rows.map(({ caseStudyId }) => caseStudyId);
}
