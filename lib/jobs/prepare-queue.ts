import { createLog } from "#lib/ops/log.ts";
import { jobs, timezone } from "./jobs.ts";
import { openQueue, startQueue } from "./queue.ts";

const minutes = 60;
// A missed run needs no second try, because the next one does what it would have done; and none needs to wait twice.
const settings = { retryLimit: 0, expireInSeconds: 10 * minutes, deleteAfterSeconds: 24 * 60 * minutes };

/** Makes the job queue's own schema, or brings it up to date, with the jobs and their times as they are in the code. */
export async function prepareQueue(databaseUrl: string): Promise<void> {
  const queue = openQueue(databaseUrl, createLog(), {
    ...{ migrate: true, createSchema: true },
    ...{ supervise: false, schedule: false },
  });
  await startQueue(queue);
  try {
    for (const { name, cron } of jobs) {
      await queue.createQueue(name, { policy: "short", ...settings });
      await queue.updateQueue(name, settings);
      await queue.schedule(name, cron, null, { tz: timezone });
    }
    const known = new Set(jobs.map(({ name }) => name));
    for (const { name } of await queue.getSchedules()) if (!known.has(name)) await queue.unschedule(name);
  } finally {
    await queue.stop({ graceful: false });
  }
}
