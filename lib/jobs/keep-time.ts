import { markOverdue } from "#lib/commands/mark-overdue.ts";
import { publishDue } from "#lib/commands/publish-due.ts";
import { createLog } from "#lib/ops/log.ts";

const minute = 60_000;
const jobs = [
  { name: "publish what is due", run: () => publishDue(), every: minute },
  { name: "mark what is overdue for review", run: () => markOverdue(), every: 60 * minute },
];

/**
 * Does what depends on the clock, at once and then again and again. Each job finds out for itself what is to be done,
 * so it is safe after a pause, twice over and in several processes.
 *
 * @returns a function that stops it
 */
export function keepTime(): () => void {
  const log = createLog();
  const timers = jobs.map(({ name, run, every }) => {
    const attempt = () => void run().catch((error: unknown) => log.error({ err: error }, `could not ${name}`));
    attempt();
    return setInterval(attempt, every);
  });
  return () => timers.forEach(clearInterval);
}
