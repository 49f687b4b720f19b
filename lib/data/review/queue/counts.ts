import { outwaitedBefore } from "#lib/domain/queue/promise.ts";
import type { QueueQuery } from "#lib/domain/queue/query.ts";
import { promisedStates, tabs, type TabKey } from "#lib/domain/queue/tabs.ts";
import { Prisma } from "#prisma/client/client.ts";
import { db } from "#lib/data/db.ts";
import { belongs, filtered, isIn, sentAt } from "./parts.ts";

export interface QueueCount {
  total: number;
  /** How many have waited longer than councils are told. */
  late: number;
}

interface Reader {
  /** Id of the editor whose queue it is. */
  me: string;
  usualDays: number | null;
  now: Date;
}

/** How much each part of the queue holds, with the query's filters in force. */
export async function countQueue(
  query: QueueQuery,
  { me, usualDays, now }: Reader,
): Promise<Record<TabKey, QueueCount>> {
  const columns = tabs.flatMap(({ key }) => [
    Prisma.sql`count(*) filter (where ${belongs(key, me)})::int as ${Prisma.raw(`"${key}"`)}`,
    Prisma.sql`count(*) filter (where v."late" and ${belongs(key, me)})::int as ${Prisma.raw(`"${key}-late"`)}`,
  ]);
  const late =
    usualDays === null
      ? Prisma.sql`false`
      : Prisma.sql`${isIn(promisedStates)} and ${sentAt} <= ${outwaitedBefore(usualDays, now)}`;
  const [row] = await db.$queryRaw<Record<string, number>[]>`
    with v as materialized (select v."state", v."editorId", ${late} as "late" from ${filtered(query)})
    select ${Prisma.join(columns)} from v`;
  const count = (name: string) => row?.[name] ?? 0;
  return Object.fromEntries(tabs.map(({ key }) => [key, { total: count(key), late: count(`${key}-late`) }])) as Record<
    TabKey,
    QueueCount
  >;
}
