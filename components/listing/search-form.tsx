import { listingPath } from "#lib/domain/listing/write.ts";
import { SearchBox } from "./search-box.tsx";

/** A search of the whole directory, for pages that are not the listing. */
export function SearchForm({ words = "" }: { words?: string }) {
  return (
    <form action={listingPath} method="get" role="search" className="no-print">
      <SearchBox words={words} />
    </form>
  );
}
