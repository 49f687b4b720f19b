import { Prisma } from "#prisma/client/client.ts";
import { historyPageSize, type HistoryQuery } from "#lib/domain/history/query.ts";
import { referenceEnd } from "#lib/domain/reference.ts";
import type { EventKind } from "#lib/domain/workflow/moves.ts";
import type { State } from "#lib/domain/workflow/states.ts";
import { isSameCouncil, joinCouncil } from "#lib/data/catalogue/standing.ts";
import { db } from "#lib/data/db.ts";
import { factText } from "../fact-sql.ts";
import { isForEditors } from "../for-editors.ts";
import { isReferred } from "../references.ts";

/** One line of history, with what it is about. */
export interface HistoryEvent {
  id: string;
  at: Date;
  kind: EventKind;
  fromState: State | null;
  toState: State;
  reason: string;
  caseStudyId: string;
  versionId: string;
  version: number;
  revision: number;
  /** Title and council as the version's newest words have them; "" where they have none. */
  title: string;
  council: string;
  /** Null where nobody did it, or somebody who is not known any more. */
  actor: { id: string; name: string; email: string; role: string } | null;
}

/** One page of what happened to what editors may read, newest first, and how much there is. */
export async function listEvents(
  query: HistoryQuery,
  size = historyPageSize,
): Promise<{ events: HistoryEvent[]; total: number }> {
  const found = statementFor(query);
  const [events, [row]] = await Promise.all([
    selectEvents(Prisma.sql`${found} limit ${size} offset ${(query.page - 1) * size}`),
    db.$queryRaw<{ total: number }[]>`select count(*)::int as total from (${found}) found`,
  ]);
  return { events, total: row?.total ?? 0 };
}

/** Everything that happened, newest first, some at a time, so that any amount of it can be written out. */
export async function* eachEvent(query: HistoryQuery, size = 500): AsyncGenerator<HistoryEvent[]> {
  let last: string | null = null;
  do {
    const events: HistoryEvent[] = await selectEvents(Prisma.sql`${statementFor(query, last)} limit ${size}`);
    if (events.length) yield events;
    last = events.length < size ? null : (events.at(-1)?.id ?? null);
  } while (last);
}

async function selectEvents(found: Prisma.Sql): Promise<HistoryEvent[]> {
  const rows = await db.$queryRaw<Row[]>`
    select found.*, coalesce(c."name", '') as "council", p."name", p."email", p."role"
      from (${found}) found
      ${joinCouncil(Prisma.sql`found."councilId"`)}
      left join "Person" p on p."id" = found."actorId"
     order by found."at" desc, found."id" desc`;
  return rows.map(({ councilId: _, actorId, name, email, role, ...event }) => ({
    ...event,
    actor: actorId && email !== null ? { id: actorId, name: name ?? "", email, role: role ?? "" } : null,
  }));
}

type Row = Omit<HistoryEvent, "actor"> & { councilId: string | null; actorId: string | null } & Record<
    "name" | "email" | "role",
    string | null
  >;

/** Every event that a query asks for, in order. @param before the id of the event after which to go on */
function statementFor(query: HistoryQuery, before: string | null = null): Prisma.Sql {
  // Read once where they are searched for every event, and otherwise only for the events that are shown.
  const once = query.q || query.council ? Prisma.sql`materialized` : Prisma.sql`not materialized`;
  return Prisma.sql`
    with words as ${once} (
      select v."id", v."caseStudyId", v."number", coalesce(${factText("title")}, '') as "title", ${factText("council")} as "councilId"
        from "Version" v join "Revision" r on r."versionId" = v."id" and r."number" = v."latestRevision"
       where ${isForEditors})
    select e."id", e."at", e."kind", e."fromState", e."toState", e."reason", e."revision", e."versionId", e."actorId",
           w."caseStudyId", w."number" as "version", w."title", w."councilId"
      from "Event" e join words w on w."id" = e."versionId"
     where ${Prisma.join([...conditionsOf(query, before), Prisma.sql`true`], " and ")}
     order by e."at" desc, e."id" desc`;
}

function conditionsOf({ q, kinds, person, council, caseStudy, from, to }: HistoryQuery, before: string | null) {
  const end = referenceEnd(q);
  const words = end ? [] : q.toLowerCase().split(" ").filter(Boolean);
  const when = (given: unknown, condition: Prisma.Sql) => (given ? [condition] : []);
  return [
    ...when(end, isReferred(Prisma.sql`w."id"`, end ?? "")),
    ...words.map((word) => Prisma.sql`position(${word} in lower(w."title" || ' ' || e."reason")) > 0`),
    ...when(kinds.length, Prisma.sql`e."kind" = any(${[...kinds]})`),
    ...when(person, Prisma.sql`e."actorId" = ${person}::uuid`),
    ...when(council, isSameCouncil(Prisma.sql`w."councilId"`, council ?? "")),
    ...when(caseStudy, Prisma.sql`w."caseStudyId" = ${caseStudy}::uuid`),
    ...when(from, Prisma.sql`e."at" >= (${from}::date)::timestamp at time zone 'Europe/London'`),
    ...when(to, Prisma.sql`e."at" < (${to}::date + 1)::timestamp at time zone 'Europe/London'`),
    ...when(before, Prisma.sql`(e."at", e."id") < (select "at", "id" from "Event" where "id" = ${before}::uuid)`),
  ];
}
