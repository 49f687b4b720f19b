import { counted, oneOf } from "#components/ui/words.ts";
import type { ListingQuery } from "#lib/domain/listing/query.ts";
import { lookedFor } from "#lib/domain/search/asked.ts";
import { asMeant, asTyped, type Correction } from "#lib/domain/search/corrected.ts";
import { paths } from "#lib/http/paths.ts";

/** A filter that words of the search name, with what it would show. */
export interface Offer {
  name: string;
  query: ListingQuery;
  total: number;
}

interface Props {
  query: ListingQuery;
  corrected: readonly Correction[];
  offers: readonly Offer[];
  /** Words that no case study has, beside others that some have. */
  absent: readonly string[];
  /** Whether there was nothing to look for in the words. */
  passedOver: boolean;
  /** Whether anything that has some of the words is a result, and not only what has them all. */
  anyOfThem: boolean;
}

/** How the words of a search were taken, and what else they could mean. */
export function Understood({ query, corrected, offers, absent, passedOver, anyOfThem }: Props) {
  const asked = (q: string) => paths.listing({ ...query, q, page: 1 });
  return (
    <>
      {corrected.length > 0 && (
        <p className="pt-4">
          Showing results for <b>{asMeant(query.q, corrected)}</b>.{" "}
          <span className="no-print">
            Search for <a href={asked(asTyped(query.q, corrected))}>{query.q}</a> instead.
          </span>
        </p>
      )}
      {lookedFor(query.q) !== query.q && (
        <p className="pt-4">Your search is long: only its beginning was looked for.</p>
      )}
      {passedOver && (
        <p className="pt-4">Nearly every text has these words, so they were passed over. Add one that says more.</p>
      )}
      {absent.length > 0 && (
        <p className="pt-4">
          No case study has {oneOf(absent.map((word) => `“${word}”`))}. These have the other words.
        </p>
      )}
      {anyOfThem && (
        <p className="pt-3 text-small text-soft">
          These have some or all of your words, the best matches first. To find an expression as it stands, put it in
          quotation marks.
        </p>
      )}
      {offers.length > 0 && (
        <ul aria-label="Filters your words name" className="no-print pt-3">
          {offers.map(({ name, query: narrowed, total }) => (
            <li key={name}>
              <a href={paths.listing(narrowed)}>{name}</a> ({counted(total, "case study", "case studies")})
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
