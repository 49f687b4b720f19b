import { listEntries } from "#lib/data/feeds/entries.ts";
import { listSlugs, readWholeList } from "#lib/data/feeds/whole-list.ts";
import { caseStudiesCsvHead, caseStudiesCsvLines } from "#lib/feeds/case-studies-csv.ts";
import { paths } from "#lib/http/paths.ts";
import { streamOf } from "#lib/http/stream.ts";
import { answerAs } from "../feeds/answer.ts";
import type { Asked } from "../feeds/asked.ts";

/** The whole listing, whatever page of it was asked for, as a file for a spreadsheet. */
export const GET = (request: Request) => answerAs("csv", request, async (asked) => streamOf(linesOf(asked)));

const atOnce = 200;

async function* linesOf({ query, origin }: Asked) {
  yield caseStudiesCsvHead();
  const { numbers } = await readWholeList(query);
  for (let from = 0; from < numbers.length; from += atOnce) {
    const entries = await listEntries(await listSlugs(numbers.slice(from, from + atOnce)));
    yield caseStudiesCsvLines(entries, (slug) => origin + paths.caseStudy(slug));
  }
}
