import { suggest } from "#lib/data/search/suggest.ts";
import { parametersOf } from "#lib/domain/listing/parameters.ts";
import { charactersOrFewer, oneLine } from "#lib/domain/template/text.ts";
import { longestBeginning } from "#lib/feeds/api/parameters.ts";
import { suggestionsBody } from "#lib/feeds/api/suggestions.ts";
import { unknownNames } from "#lib/http/api/parameter-errors.ts";
import { answer, refused, type Reply } from "../answer.ts";

/** What somebody may mean who has typed the beginning of a word. Not counted: a whole council types behind one address. */
export const GET = (request: Request) => answer(request, () => reply(new URL(request.url)), { counted: false });

async function reply({ search, searchParams }: URL): Promise<Reply> {
  const errors = unknownNames(parametersOf(search), ["q"]);
  const given = searchParams.getAll("q");
  const q = oneLine(given[0] ?? "");
  if (given.length !== 1 || !q || [...q].length > longestBeginning)
    errors.push({
      parameter: "q",
      detail: `Give the beginning of a word, in ${charactersOrFewer(longestBeginning)}.`,
    });
  return errors.length ? refused(errors) : { body: suggestionsBody(await suggest(q)) };
}
