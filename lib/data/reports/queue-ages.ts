import { promisedStates } from "#lib/domain/queue/tabs.ts";
import { ageBands, bandEdges } from "#lib/domain/reports/ages.ts";
import { openStates, type State } from "#lib/domain/workflow/states.ts";
import { db } from "#lib/data/db.ts";
import { enteredAt, isIn, sentAt } from "#lib/data/review/queue/parts.ts";
import { findTitles } from "./titles.ts";

/** What waits in one state. */
export interface QueueAges {
  state: State;
  /** How many in each band of age. */
  bands: number[];
  total: number;
  oldest: { id: string; title: string; since: Date };
}

interface FoundBand {
  state: State;
  band: number;
  count: number;
  id: string;
  since: Date;
}

/**
 * What is open, by state and by how long it has waited: since it was sent, for the first time or after its author took it back, or, where no editor is waited for, since it came
 * into its state, as the queue counts it. States in which nothing waits are left out.
 */
export async function listQueueAges(now: Date): Promise<QueueAges[]> {
  const found = await db.$queryRaw<FoundBand[]>`
    with waiting as materialized (
      select v."id", v."state",
             coalesce(case when ${isIn(promisedStates)} then ${sentAt} else ${enteredAt} end, v."createdAt") as "since"
        from "Version" v where ${isIn(openStates)})
    select "state", "band", count(*)::int as "count", min("since") as "since",
           (array_agg("id"::text order by "since", "id"))[1] as "id"
      from waiting cross join lateral (
           select width_bucket(extract(epoch from ${now}::timestamptz - "since")::float8 / 86400, ${[...bandEdges]}::float8[]) as "band") banded group by 1, 2`;
  const titles = await findTitles(found.map(({ id }) => id));
  return openStates.flatMap((state) => {
    const own = found.filter((row) => row.state === state);
    const [first, ...others] = own;
    if (!first) return [];
    const oldest = others.reduce((one, two) => (two.since < one.since ? two : one), first);
    const bands = ageBands.map((_, band) => own.find((row) => row.band === band)?.count ?? 0);
    return {
      ...{ state, bands, total: bands.reduce((sum, count) => sum + count, 0) },
      oldest: { id: oldest.id, since: oldest.since, title: titles.get(oldest.id) ?? "" },
    };
  });
}
