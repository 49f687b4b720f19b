import { listQueueAges } from "#lib/data/reports/queue-ages.ts";
import { countReviewsDue } from "#lib/data/reports/reviews-due.ts";
import { countJobs } from "#lib/data/watch/condition.ts";
import { countLetters } from "#lib/data/watch/letters.ts";
import type { Figure } from "#lib/gate/machines/metrics.ts";

/**
 * What the database knows about how the site does: jobs, letters and what waits for editors. One question after the other, on
 * one connection.
 */
export async function databaseFigures(now = new Date()): Promise<Figure[]> {
  return [
    ...jobFigures(await countJobs()),
    ...letterFigures(await countLetters()),
    ...queueFigures(await listQueueAges(now), now),
    ...reviewFigures(await countReviewsDue(now), now),
  ];
}

function jobFigures({ waiting, running, failed, oldestSeconds }: Awaited<ReturnType<typeof countJobs>>): Figure[] {
  const states = Object.entries({ waiting, running, failed });
  return [
    ...states.map(([state, value]) => ({ name: "casebook_jobs", value, of: { state } })),
    { name: "casebook_jobs_oldest_seconds", value: oldestSeconds },
  ];
}

function letterFigures({ waiting, sent, givenUp, oldestSeconds }: Awaited<ReturnType<typeof countLetters>>): Figure[] {
  const states = Object.entries({ waiting, sent, failed: givenUp });
  return [
    ...states.map(([state, value]) => ({ name: "casebook_letters", value, of: { state } })),
    { name: "casebook_letters_oldest_seconds", value: oldestSeconds },
  ];
}

function queueFigures(ages: Awaited<ReturnType<typeof listQueueAges>>, now: Date): Figure[] {
  return ages.flatMap(({ state, total, oldest }) => [
    { name: "casebook_open_versions", value: total, of: { state } },
    { name: "casebook_open_versions_oldest_seconds", value: secondsSince(oldest.since, now), of: { state } },
  ]);
}

function reviewFigures({ overdue, oldest }: Awaited<ReturnType<typeof countReviewsDue>>, now: Date): Figure[] {
  return [
    { name: "casebook_reviews_due", value: overdue },
    { name: "casebook_reviews_due_oldest_seconds", value: oldest ? secondsSince(oldest.reviewBy, now) : 0 },
  ];
}

const secondsSince = (then: Date, now: Date) => Math.max(0, (now.getTime() - then.getTime()) / 1000);
