import { requireEditor } from "#lib/auth/guards.ts";
import { eachEvent } from "#lib/data/review/history/events.ts";
import type { HistoryQuery } from "#lib/domain/history/query.ts";
import { readHistory } from "#lib/domain/history/read.ts";
import { historyCsvHead, historyCsvLines } from "#lib/feeds/history-csv.ts";
import { parametersOf } from "#lib/domain/listing/parameters.ts";
import { csvAnswer } from "#lib/http/answers/csv.ts";

/** The history under the same filters as its page, all of it, as a file. */
export async function GET(request: Request) {
  await requireEditor();
  const { query } = readHistory(parametersOf(new URL(request.url).search));
  return csvAnswer("casebook-history.csv", linesOf(query));
}

async function* linesOf(query: HistoryQuery) {
  yield historyCsvHead();
  for await (const events of eachEvent(query)) yield historyCsvLines(events);
}
