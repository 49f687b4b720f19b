import type { Facts } from "#lib/domain/template/facts.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { Queries } from "#lib/data/db.ts";

/** Which council stands for each that was merged, however many were merged one after another. Every other stands for itself. */
export type Standing = (id: string) => string;

interface Entry {
  id: string;
  mergedIntoId: string | null;
}

/** Reads which councils stand for which. Few are ever merged, so all of them are read at once. */
export async function readStanding(tx: Queries): Promise<Standing> {
  const merged = { where: { mergedIntoId: { not: null } }, select: { id: true, mergedIntoId: true } } as const;
  return standingOf(await tx.council.findMany(merged));
}

/** The end of every chain. A circle, which nothing writes, ends where it is entered. */
export function standingOf(entries: readonly Entry[]): Standing {
  const next = new Map(entries.map(({ id, mergedIntoId }) => [id, mergedIntoId]));
  return (id) => {
    const passed = new Set([id]);
    for (let end = id; ;) {
      const into = next.get(end);
      if (!into) return end;
      if (passed.has(into)) return id;
      passed.add((end = into));
    }
  };
}

/** Facts with the councils that stand for those they name. Two entries of one council make nobody their own partner. */
export function asTheyStand(facts: Facts, standing: Standing): Facts {
  const named = [facts.council ?? "", ...facts.partners];
  if (named.every((id) => standing(id) === id)) return facts;
  const council = facts.council && standing(facts.council);
  const partners = [...new Set(facts.partners.map(standing))].filter((id) => id !== council);
  return { ...facts, council, partners };
}

/** The councils that were merged, each with the one that stands for it in the end, as a table of SQL: "id" and "standsId". */
const mergedCouncils = Prisma.sql`(
  with recursive chain as (
    select "id", "mergedIntoId" as "standsId" from "Council" where "mergedIntoId" is not null
    union select chain."id", c."mergedIntoId" from chain join "Council" c on c."id" = chain."standsId" and c."mergedIntoId" is not null)
  select chain.* from chain join "Council" c on c."id" = chain."standsId" and c."mergedIntoId" is null)`;

/** Joins as "c" the council that stands for the one an expression gives the id of. */
export const joinCouncil = (id: Prisma.Sql): Prisma.Sql => Prisma.sql`
  left join ${mergedCouncils} merged on merged."id" = ${id}
  left join "Council" c on c."id" = coalesce(merged."standsId", ${id})`;

/** Whether an expression gives the id of a council, or of an entry that was merged into the same one. */
export const isSameCouncil = (expression: Prisma.Sql, id: string): Prisma.Sql => Prisma.sql`${expression} = any(array(
  with merged as materialized ${mergedCouncils},
       asked as (select coalesce((select "standsId" from merged where "id" = ${id}), ${id}) as "id")
  select "id" from asked union select merged."id" from merged join asked on asked."id" = merged."standsId"))`;
