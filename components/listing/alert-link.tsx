import type { ListingQuery } from "#lib/domain/listing/query.ts";
import { paths } from "#lib/http/paths.ts";

/** The way to an alert about what a list shows, but for its months. */
export function AlertLink({ query }: { query: ListingQuery }) {
  return (
    <p className="pt-4 print:hidden">
      <a href={paths.newAlert(query)} rel="nofollow" className="inline-block py-0.5">
        E-mail me new matches
      </a>
    </p>
  );
}
