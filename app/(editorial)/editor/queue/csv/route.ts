import { requireEditor } from "#lib/auth/guards.ts";
import { getQueueChoices } from "#lib/data/review/queue/choices.ts";
import { eachQueued } from "#lib/data/review/queue/rows.ts";
import { getUsualDays } from "#lib/data/usual-days.ts";
import { parametersOf } from "#lib/domain/listing/parameters.ts";
import { readQueue } from "#lib/domain/queue/read.ts";
import { queueCsvHead, queueCsvLines } from "#lib/feeds/editors/queue-csv.ts";
import { csvAnswer } from "#lib/http/answers/csv.ts";

/** A part of the queue under the same filters as its page, all of it, as a file. */
export async function GET(request: Request) {
  const editor = await requireEditor();
  const [choices, usualDays] = await Promise.all([getQueueChoices(), getUsualDays()]);
  const { query } = readQueue(parametersOf(new URL(request.url).search), choices);
  const reader = { me: editor.id, usualDays, now: new Date() };
  return csvAnswer("casebook-queue.csv", linesOf(eachQueued(query, reader)));
}

async function* linesOf(rows: ReturnType<typeof eachQueued>) {
  yield queueCsvHead();
  for await (const some of rows) yield queueCsvLines(some);
}
