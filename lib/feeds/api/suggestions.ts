import { z } from "zod";
import type { Suggestion } from "#lib/data/search/suggest.ts";
import { printedAddress } from "#lib/http/site.ts";
import { address } from "./terms.ts";

const suggestion = z
  .strictObject({
    kind: z.enum(["word", "topic", "support", "council", "title"]),
    text: z.string(),
    url: address("Where it leads."),
    count: z.union([z.int().min(0), z.null()]).meta({ description: "How many case studies it leads to, if known." }),
  })
  .meta({ id: "Suggestion", description: "Something that a beginning could become." });

export const suggestionList = z
  .strictObject({ items: z.array(suggestion) })
  .meta({ id: "SuggestionList", description: "Suggestions, the best first." });

export const suggestionsBody = (found: readonly Suggestion[]): z.output<typeof suggestionList> => ({
  items: found.map(({ path, ...rest }) => ({ ...rest, url: printedAddress(path) })),
});
