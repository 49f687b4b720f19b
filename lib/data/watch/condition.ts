import { primary } from "#lib/data/db.ts";

/** The name of the newest migration that the database has, "" before there was one. */
export async function latestMigration(): Promise<string> {
  const [row] = await primary.$queryRaw<{ name: string }[]>`
    select "migration_name" as "name" from "_prisma_migrations"
     where "finished_at" is not null and "rolled_back_at" is null order by 1 desc limit 1`;
  return row?.name ?? "";
}

/** What the queue of jobs holds: what is due and since when the oldest of it is, what runs, and what failed within a day. */
export interface Jobs {
  waiting: number;
  oldestSeconds: number;
  running: number;
  failed: number;
}

/** @throws Error where the queue has no schema yet */
export async function countJobs(): Promise<Jobs> {
  const [row] = await primary.$queryRaw<[Jobs]>`
    select (count(*) filter (where due))::int as "waiting",
           (count(*) filter (where "state" = 'active'))::int as "running",
           (count(*) filter (where "state" = 'failed' and "completed_on" > now() - interval '1 day'))::int as "failed",
           coalesce(extract(epoch from now() - min("start_after") filter (where due)), 0)::float8 as "oldestSeconds"
      from pgboss.job, lateral (select "state" in ('created', 'retry') and "start_after" <= now() as due) is_due`;
  return row;
}
