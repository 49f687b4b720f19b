import { missingIn, type Succession } from "#lib/domain/catalogue/councils/successions.ts";
import type { Queries } from "#lib/data/db.ts";
import { isSame, pick } from "#lib/data/catalogue/digest.ts";

/** A council as it is kept with a change, so that the change can be undone. */
export interface CouncilFields {
  slug: string;
  name: string;
  shortName: string;
  type: string;
  nation: string;
  region: string | null;
  sizeBand: string | null;
  ruralUrban: string | null;
  /** "2023-03-31" */
  endedOn: string | null;
  mergedIntoId: string | null;
}

/** Some councils, and every succession that one of them has part in. */
export interface CouncilsState {
  councils: Record<string, CouncilFields>;
  successions: Succession[];
}

/** What a change made different, on one side of it. A council that was not there is null. */
export interface Side {
  councils: Record<string, Partial<CouncilFields> | null>;
  successions: Succession[];
}

const select = {
  ...{ id: true, slug: true, name: true, shortName: true, type: true, nation: true, region: true, sizeBand: true },
  ...{ ruralUrban: true, endedOn: true, mergedIntoId: true },
} as const;

/** Councils by their ids, with what came before and after them. */
export async function readCouncils(tx: Queries, ids: readonly string[]): Promise<CouncilsState> {
  const among = { in: [...ids] };
  const rows = await tx.council.findMany({ where: { id: among }, select });
  const successions = await readSuccessions(tx, { OR: [{ predecessorId: among }, { successorId: among }] });
  return {
    councils: Object.fromEntries(
      rows.map(({ id, endedOn, ...row }) => [id, { ...row, endedOn: endedOn?.toISOString().slice(0, 10) ?? null }]),
    ),
    successions,
  };
}

/** Which council was replaced by which: of all, or of some. */
export async function readSuccessions(tx: Queries, where: object = {}): Promise<Succession[]> {
  const rows = await tx.councilSuccession.findMany({
    where,
    orderBy: [{ predecessorId: "asc" }, { successorId: "asc" }],
  });
  return rows.map(({ predecessorId, successorId }) => [predecessorId, successorId]);
}

/** Writes some of a council. */
export async function writeCouncil(
  tx: Queries,
  id: string,
  { endedOn, ...columns }: Partial<CouncilFields>,
): Promise<void> {
  const ended = endedOn === undefined ? {} : { endedOn: endedOn && new Date(endedOn) };
  await tx.council.update({ where: { id }, data: { ...columns, ...ended } });
}

/** Takes some successions out and puts others in. */
export async function writeSuccessions(
  tx: Queries,
  { out, put }: { out: readonly Succession[]; put: readonly Succession[] },
): Promise<void> {
  for (const [predecessorId, successorId] of out)
    await tx.councilSuccession.deleteMany({ where: { predecessorId, successorId } });
  await tx.councilSuccession.createMany({
    data: put.map(([predecessorId, successorId]) => ({ predecessorId, successorId })),
    skipDuplicates: true,
  });
}

/** What is different between two states, on either side. */
export function sidesOf(before: CouncilsState, after: CouncilsState): { before: Side; after: Side } | null {
  const ids = Object.keys(after.councils).filter((id) => !isSame(before.councils[id], after.councils[id]));
  const sides = {
    before: { councils: {}, successions: missingIn(before.successions, after.successions) } as Side,
    after: { councils: {}, successions: missingIn(after.successions, before.successions) } as Side,
  };
  for (const id of ids) {
    const [was, is] = [before.councils[id], after.councils[id]];
    if (!is) continue;
    const keys = (Object.keys(is) as (keyof CouncilFields)[]).filter((key) => was?.[key] !== is[key]);
    sides.before.councils[id] = was ? pick(was, keys) : null;
    sides.after.councils[id] = pick(is, keys);
  }
  const isNothing = !ids.length && !sides.before.successions.length && !sides.after.successions.length;
  return isNothing ? null : sides;
}

/** Whether one side of a change is how things stand: its councils are so, and of its successions and the other side's only its own are there. */
export function isFound(found: CouncilsState, side: Side, other: Side): boolean {
  const sameFields = Object.entries(side.councils).every(([id, fields]) => {
    const council = found.councils[id];
    return council && fields
      ? isSame(pick(council, Object.keys(fields) as (keyof CouncilFields)[]), fields)
      : !council === !fields;
  });
  return (
    sameFields &&
    missingIn(side.successions, found.successions).length === 0 &&
    missingIn(other.successions, found.successions).length === other.successions.length
  );
}
