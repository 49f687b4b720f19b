import { makeDownloads } from "#lib/commands/directory/make-downloads.ts";
import { clearAlerts } from "#lib/commands/alerts/clear-alerts.ts";
import { oweDigests } from "#lib/commands/alerts/owe-digests.ts";
import { askEnquiries } from "#lib/commands/upkeep/ask-enquiries.ts";
import { hideContacts } from "#lib/commands/upkeep/hide-contacts.ts";
import { pursueEnquiries } from "#lib/commands/upkeep/pursue-enquiries.ts";
import { readReturns } from "#lib/commands/upkeep/read-returns.ts";
import { completeListing } from "#lib/commands/directory/complete-listing.ts";
import { clearImports } from "#lib/commands/imports/clear-imports.ts";
import { markOverdue } from "#lib/commands/directory/mark-overdue.ts";
import { noteUsualDays } from "#lib/commands/directory/note-usual-days.ts";
import { eraseAgain } from "#lib/commands/people/erasing/erase-again.ts";
import { forgetReporters } from "#lib/commands/review/forget-reporters.ts";
import { clearLinks } from "#lib/commands/letters/clear-links.ts";
import { remindAuthors } from "#lib/commands/letters/remind-authors.ts";
import { deleteOldDrafts } from "#lib/commands/submissions/delete-old-drafts.ts";
import { remindOfOldDrafts } from "#lib/commands/submissions/remind-of-old-drafts.ts";
import { publishDue } from "#lib/commands/workflow/publish-due.ts";
import { clearAttempts } from "#lib/data/submissions/attempts.ts";
import { clearReadings } from "#lib/data/submissions/word-readings.ts";
import { clearLimits } from "#lib/data/limits.ts";
import { clearSessions } from "#lib/data/people/sessions.ts";
import { clearSearches } from "#lib/data/searches/notes.ts";
import { checkPublishedLinks } from "#lib/commands/upkeep/links/check-published-links.ts";
import { checkSearch } from "./check-search.ts";

interface Job {
  name: string;
  /** By the clock in London. */
  cron: string;
  run: () => Promise<unknown>;
}

/** What is done by the clock. Each finds out for itself what there is to do, so it is safe after a pause and twice over. */
export const jobs: readonly Job[] = [
  { name: "publish-due", cron: "* * * * *", run: () => publishDue() },
  { name: "remind-of-old-drafts", cron: "15 * * * *", run: () => remindOfOldDrafts() },
  { name: "remind-authors", cron: "10 8-18 * * *", run: () => remindAuthors() },
  { name: "delete-old-drafts", cron: "30 * * * *", run: () => deleteOldDrafts() },
  // By day, as people read letters then; what was missed is made up for when the worker starts, whenever that is.
  { name: "ask-enquiries", cron: "5 8-18 * * *", run: () => askEnquiries() },
  { name: "pursue-enquiries", cron: "10 8-18 * * *", run: () => pursueEnquiries() },
  { name: "hide-contacts", cron: "20 * * * *", run: () => hideContacts() },
  { name: "read-returns", cron: "*/5 * * * *", run: () => readReturns() },
  { name: "check-links", cron: "*/10 1-5 * * *", run: () => checkPublishedLinks() },
  { name: "mark-overdue", cron: "0 * * * *", run: () => markOverdue() },
  { name: "complete-listing", cron: "*/5 * * * *", run: () => completeListing() },
  { name: "make-downloads", cron: "30 2 * * *", run: () => makeDownloads() },
  { name: "check-search", cron: "50 2 * * *", run: () => checkSearch() },
  // Letters are due at seven; the other hours find what was left undone then.
  { name: "owe-digests", cron: "0 * * * *", run: () => oweDigests() },
  { name: "clear-alerts", cron: "50 * * * *", run: () => clearAlerts() },
  { name: "note-usual-days", cron: "20 3 * * *", run: () => noteUsualDays() },
  { name: "erase-again", cron: "15 3 * * *", run: () => eraseAgain() },
  { name: "forget-reporters", cron: "25 3 * * *", run: () => forgetReporters() },
  { name: "clear-searches", cron: "40 3 * * *", run: () => clearSearches() },
  { name: "clear-attempts", cron: "*/10 * * * *", run: () => clearAttempts() },
  { name: "clear-word-readings", cron: "35 3 * * *", run: () => clearReadings() },
  { name: "clear-imports", cron: "25 3 * * *", run: () => clearImports() },
  { name: "clear-limits", cron: "30 * * * *", run: () => clearLimits() },
  { name: "clear-links", cron: "35 * * * *", run: () => clearLinks() },
  { name: "clear-sessions", cron: "45 * * * *", run: () => clearSessions() },
];

export const timezone = "Europe/London";
