import { requireEditor } from "#lib/auth/guards.ts";
import { eachSuggestion, type SuggestionQuery } from "#lib/data/review/suggestions.ts";
import { suggestionsCsvHead, suggestionsCsvLines } from "#lib/feeds/editors/suggestions-csv.ts";
import { readSuggestions } from "#lib/http/forms/suggestion-query.ts";
import { csvAnswer } from "#lib/http/answers/csv.ts";

/** What readers suggest and report, as the page lists it, all of it, as a file. */
export async function GET(request: Request) {
  await requireEditor();
  const asked = readSuggestions(Object.fromEntries(new URL(request.url).searchParams));
  return csvAnswer("casebook-suggestions.csv", linesOf(asked));
}

async function* linesOf(query: SuggestionQuery) {
  yield suggestionsCsvHead();
  for await (const some of eachSuggestion(query)) yield suggestionsCsvLines(some);
}
