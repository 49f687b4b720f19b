import { NumberedPages } from "#components/ui/numbered-pages.tsx";
import { pageSize, type ListingQuery } from "#lib/domain/listing/query.ts";
import { paths } from "#lib/http/paths.ts";

/** Links to the other pages of a listing. */
export function PageLinks({ query, total }: { query: ListingQuery; total: number }) {
  const to = (page: number) => paths.listing({ ...query, page });
  return <NumberedPages page={query.page} last={Math.ceil(total / pageSize)} to={to} />;
}
