import { outwaitedBefore } from "#lib/domain/queue/promise.ts";
import { queuePageSize, type QueueQuery } from "#lib/domain/queue/query.ts";
import { promisedStates, tabOf } from "#lib/domain/queue/tabs.ts";
import type { State } from "#lib/domain/workflow/states.ts";
import { Prisma } from "#prisma/client/client.ts";
import { joinCouncil } from "#lib/data/catalogue/standing.ts";
import { db } from "#lib/data/db.ts";
import { factText } from "../fact-sql.ts";
import { belongs, enteredAt, filtered, isIn, sentAt } from "./parts.ts";

/** A version as the queue shows it. */
export interface QueueRow {
  id: string;
  revision: number;
  state: State;
  title: string;
  /** Whose it is: a council, or who else leads it. */
  council: string;
  /** The active editor who has it. */
  editor: { id: string; name: string } | null;
  /** When its author sent it first, or first since it was taken back. */
  sentAt: Date;
  /** When it came into its state. */
  enteredAt: Date;
  publishAt: Date | null;
  authorId: string | null;
  /** Until when its author has to answer about edited text. */
  answerBy: Date | null;
  /** Whether somebody outside has been asked about its facts and can still answer. */
  factsAsked: boolean;
  reviewBy: Date | null;
  /** Past its review date. */
  overdue: boolean;
  /** Waiting for longer than councils are told. */
  late: boolean;
  sentAgain: boolean;
  secondLook: boolean;
  /** Why it was held. */
  suspicion: string;
  /** What a mail server said of a letter to its author, "" where none was refused. */
  bounced: string;
}

interface Reader {
  me: string;
  usualDays: number | null;
  now: Date;
}

/** One page of a part of the queue: what wants a second look first, then the longest waiting. */
export const listQueue = (query: QueueQuery, reader: Reader): Promise<QueueRow[]> =>
  listRows(query, reader, queuePageSize, (query.page - 1) * queuePageSize);

/** All of a part of the queue in the same order, some at a time. What comes or goes meanwhile may be missed or come twice. */
export async function* eachQueued(query: QueueQuery, reader: Reader, size = 500): AsyncGenerator<QueueRow[]> {
  for (let from = 0; ; from += size) {
    const rows = await listRows(query, reader, size, from);
    if (rows.length) yield rows;
    if (rows.length < size) return;
  }
}

async function listRows(
  query: QueueQuery,
  { me, usualDays, now }: Reader,
  limit: number,
  offset: number,
): Promise<QueueRow[]> {
  const late = usualDays === null ? new Date(0) : outwaitedBefore(usualDays, now);
  const order = Prisma.raw(`"secondLook" desc, "${tabOf(query.tab).by}" nulls last, "id"`);
  const rows = await db.$queryRaw<FoundRow[]>`
    select v.*, v."sentAt" <= ${late} and ${isIn(promisedStates)} as "late",
           coalesce(${factText("title")}, '') as "title", coalesce(c."name", ${factText("organisation")}, '') as "council",
           (select count(*) > 1 from "Event" e where e."versionId" = v."id" and e."kind" = 'submit') as "sentAgain",
           exists (select 1 from "FactCheck" f where f."versionId" = v."id" and f."answeredAt" is null
                      and f."revokedAt" is null and f."expiresAt" > ${now}) as "factsAsked",
           coalesce(held."reason", '') as "suspicion", coalesce(letter."refusal", '') as "bounced"
      from (
        select v.*, ${sentAt} as "sentAt", ${enteredAt} as "enteredAt" from ${filtered(query)} where ${belongs(query.tab, me)}
         order by ${order} limit ${limit} offset ${offset}) v
      join "Revision" r on r."versionId" = v."id" and r."number" = v."latestRevision"
      ${joinCouncil(factText("council"))}
      left join lateral (${lastHold}) held on v."state" = 'held'
      left join lateral (${refusedLetter}) letter on true
     order by ${order}`;
  return rows.map(toRow);
}

const lastHold = Prisma.sql`
  select e."reason" from "Event" e where e."versionId" = v."id" and e."kind" = 'hold' order by e."at" desc limit 1`;

/** A letter to the author that their mailbox will not have or that came back, unless one that was written later has not. */
const refusedLetter = Prisma.sql`
  select l."refusal" from "Letter" l where l."toId" = v."authorId" and l."bounced"
     and not exists (select 1 from "Letter" later
                      where later."toId" = l."toId" and later."sentAt" > l."queuedAt" and not later."bounced")
   order by l."queuedAt" desc limit 1`;

type FoundRow = Omit<QueueRow, "revision" | "editor"> & {
  latestRevision: number;
  editorId: string | null;
  editorName: string | null;
};

const toRow = ({ latestRevision, editorId, editorName, ...row }: FoundRow): QueueRow => ({
  ...row,
  revision: latestRevision,
  editor: editorId === null ? null : { id: editorId, name: editorName ?? "" },
});
