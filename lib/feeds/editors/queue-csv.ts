import type { QueueRow } from "#lib/data/review/queue/rows.ts";
import { referenceOf } from "#lib/domain/reference.ts";
import { stateNames } from "#lib/domain/workflow/editor-words.ts";
import { csvRecord } from "#lib/feeds/csv.ts";
import { withoutAddresses } from "#lib/feeds/history-csv.ts";

const moment = (date: Date | null) => date?.toISOString() ?? "";
const yes = (is: boolean) => (is ? "yes" : "");

const columns: Record<string, (row: QueueRow) => string> = {
  Reference: ({ id }) => referenceOf(id),
  Title: ({ title }) => title,
  Council: ({ council }) => council,
  State: ({ state }) => stateNames[state],
  "In this state since": ({ enteredAt }) => moment(enteredAt),
  Sent: ({ sentAt }) => moment(sentAt),
  Editor: ({ editor }) => editor?.name ?? "",
  "To be published": ({ publishAt }) => moment(publishAt),
  "Review by": ({ reviewBy }) => reviewBy?.toISOString().slice(0, 10) ?? "",
  "Council to answer by": ({ answerBy }) => moment(answerBy),
  "Past its review date": ({ overdue }) => yes(overdue),
  "Waiting longer than promised": ({ late }) => yes(late),
  "Sent again": ({ sentAgain }) => yes(sentAgain),
  "Facts being checked": ({ factsAsked }) => yes(factsAsked),
  "For a second look": ({ secondLook }) => yes(secondLook),
  "Why it is held": ({ suspicion }) => suspicion,
};

/** The mark by which spreadsheets know UTF-8, and the names of the columns. */
export const queueCsvHead = (): string => `\uFEFF${csvRecord(Object.keys(columns))}`;

/** What waits as lines of the file. It is passed on and kept, so no e-mail address is in it, wherever one was written. */
export const queueCsvLines = (rows: readonly QueueRow[]): string =>
  rows.map((row) => csvRecord(Object.values(columns).map((column) => withoutAddresses(column(row))))).join("");
