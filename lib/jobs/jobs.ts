import { markOverdue } from "#lib/commands/directory/mark-overdue.ts";
import { noteUsualDays } from "#lib/commands/directory/note-usual-days.ts";
import { publishDue } from "#lib/commands/workflow/publish-due.ts";
import { clearAttempts } from "#lib/data/submissions/attempts.ts";
import { clearLimits } from "#lib/data/limits.ts";

interface Job {
  name: string;
  /** By the clock in London. */
  cron: string;
  run: () => Promise<unknown>;
}

/** What is done by the clock. Each finds out for itself what there is to do, so it is safe after a pause and twice over. */
export const jobs: readonly Job[] = [
  { name: "publish-due", cron: "* * * * *", run: () => publishDue() },
  { name: "mark-overdue", cron: "0 * * * *", run: () => markOverdue() },
  { name: "note-usual-days", cron: "20 3 * * *", run: () => noteUsualDays() },
  { name: "clear-attempts", cron: "*/10 * * * *", run: () => clearAttempts() },
  { name: "clear-limits", cron: "30 * * * *", run: () => clearLimits() },
];

export const timezone = "Europe/London";
