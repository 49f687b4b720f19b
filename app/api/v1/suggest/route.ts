import { suggest } from "#lib/data/search/suggest.ts";
import { oneLine } from "#lib/domain/template/text.ts";
import { longestBeginning } from "#lib/feeds/api/parameters.ts";
import { suggestionsBody } from "#lib/feeds/api/suggestions.ts";
import { unknownNames } from "#lib/http/api/parameter-errors.ts";
import { answer, refused } from "../answer.ts";
import { parametersOf } from "../parameters-of.ts";

/** What somebody may mean who has typed the beginning of a word. */
export const GET = (request: Request) =>
  answer(request, async () => {
    const errors = unknownNames(parametersOf(request), ["q"]);
    const given = new URL(request.url).searchParams.getAll("q");
    const q = oneLine(given[0] ?? "");
    if (given.length !== 1 || !q || [...q].length > longestBeginning)
      errors.push({
        parameter: "q",
        detail: `Give the beginning of a word, in ${longestBeginning} characters or fewer.`,
      });
    return errors.length ? refused(errors) : { body: suggestionsBody(await suggest(q)) };
  });
