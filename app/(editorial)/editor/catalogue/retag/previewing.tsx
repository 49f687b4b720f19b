import { RetagPreview } from "#components/catalogue/retag/retag-preview.tsx";
import type { NamedTerm } from "#lib/data/catalogue/terms/choices.ts";
import { findToRetag } from "#lib/data/catalogue/retagging/found.ts";
import { planRetag } from "#lib/data/catalogue/retagging/plan.ts";
import { keptBecause } from "#lib/domain/catalogue/retag/retag.ts";
import { namesIn } from "#lib/domain/catalogue/retag/retag-words.ts";
import type { ListingQuery } from "#lib/domain/listing/query.ts";
import { writeRetag, writeSeenVersions } from "#lib/http/forms/retag.ts";
import { paths } from "#lib/http/paths.ts";
import { listPairs, namesOf, type AskedRetag } from "./asked.ts";

interface Props {
  asked: AskedRetag;
  query: ListingQuery;
  terms: { topic: NamedTerm[]; support: NamedTerm[] };
}

/** What was chosen, case study by case study, before it is done. */
export async function Previewing({ asked, query, terms }: Props) {
  const { whole, picks, retag } = asked;
  const chosen = whole ? (await findToRetag(query)).ids : picks;
  const { changing, refused, already } = await planRetag(chosen, retag);
  const names = namesOf(terms);
  const again: [string, string][] = [
    ...listPairs(query),
    ["of", whole ? "all" : "ticked"],
    ...(whole ? [] : picks.map((id): [string, string] => ["pick", id])),
    ...writeRetag(retag),
  ];
  return (
    <RetagPreview
      changing={changing.map((line) => ({
        ...line,
        before: namesIn(line.before, names),
        after: namesIn(line.after, names),
      }))}
      kept={refused.map(({ refusal, ...one }) => ({ ...one, because: keptBecause(refusal) }))}
      already={already}
      fields={[["seen", writeSeenVersions(changing)], ["again", `${new URLSearchParams(again)}`], ...writeRetag(retag)]}
      back={paths.retagList(`${new URLSearchParams(again)}`)}
    />
  );
}
