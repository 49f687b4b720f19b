import { requireEditor } from "#lib/auth/guards.ts";
import { eachEvent } from "#lib/data/review/history.ts";
import type { HistoryQuery } from "#lib/domain/history/query.ts";
import { readHistory } from "#lib/domain/history/read.ts";
import { historyCsvHead, historyCsvLines } from "#lib/feeds/history-csv.ts";
import { parametersOf } from "#lib/domain/listing/parameters.ts";
import { streamOf } from "#lib/http/stream.ts";

/** The history under the same filters as its page, all of it, as a file. */
export async function GET(request: Request) {
  await requireEditor();
  const { query } = readHistory(parametersOf(new URL(request.url).search));
  return new Response(streamOf(linesOf(query)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="casebook-history.csv"',
      "cache-control": "no-store",
    },
  });
}

async function* linesOf(query: HistoryQuery) {
  yield historyCsvHead();
  for await (const events of eachEvent(query)) yield historyCsvLines(events);
}
