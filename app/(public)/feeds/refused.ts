import { counted, listed } from "#components/ui/words.ts";
import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import type { Ignored } from "#lib/domain/listing/read.ts";
import { badParameters } from "#lib/feeds/api/problem.ts";
import { adviceFor } from "#lib/http/api/read-list.ts";

/**
 * Tells a program which parts of its address could not be used, as a page could only tell a person: the whole directory is
 * not what it asked for. Repeats no name but those we know, and no value.
 */
export async function refusedFor({ names, others }: Ignored): Promise<Response> {
  const catalogue = await getCatalogue();
  const unknown = others ? [counted(others, "other parameter", "other parameters")] : [];
  const problem = badParameters(
    names.map((parameter) => ({ parameter, detail: ownAdvice[parameter] ?? adviceFor(parameter, catalogue) })),
  );
  const detail = `Part of this address could not be used: ${listed([...names, ...unknown])}. Correct it or leave it out.`;
  return Response.json(
    { ...problem, detail },
    { status: 400, headers: { "content-type": "application/problem+json", "cache-control": "no-store" } },
  );
}

/** What fits where the API has no such parameter. */
const ownAdvice: Record<string, string> = {
  page: "Give one whole number from 1.",
  archive: "Use an address from “prev-archive” or “next-archive” of a feed as it is.",
};
