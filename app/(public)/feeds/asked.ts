import { chipsOf } from "#components/listing/chips.tsx";
import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import type { ListingQuery } from "#lib/domain/listing/query.ts";
import { readListing, type Ignored } from "#lib/domain/listing/read.ts";
import { archiveKey } from "#lib/feeds/archives.ts";
import { parametersOf } from "#lib/domain/listing/parameters.ts";
import type { ListingFormat } from "#lib/http/paths.ts";
import { siteOrigin } from "#lib/http/site.ts";
import { titleOf } from "../case-studies/title.ts";

/** A request for the listing in another dress. */
export interface Asked {
  query: ListingQuery;
  /** Which archive of the feed; null for the document to subscribe to. */
  archive: string | null;
  ignored: Ignored;
  /** Whether the address has the old shape, so that its canonical form is elsewhere. */
  moved: boolean;
  title: string;
  origin: string;
}

/** Reads an address of the listing in another dress just as the page reads its own. Only feeds have archives. */
export async function readAsked(format: ListingFormat, request: Request): Promise<Asked> {
  const { archive: archives, ...parameters } = parametersOf(new URL(request.url).search);
  const catalogue = await getCatalogue();
  const { query, ignored, moved } = readListing(parameters, catalogue);
  const keys = [...new Set(archives?.filter(Boolean))];
  const fits = format !== "csv" && query.sort === "newest" && keys.length === 1;
  const archive = fits ? keys.find((key) => archiveKey.test(key)) : null;
  const unread = keys.length > 0 && !archive;
  return {
    query: archive ? { ...query, page: 1 } : query,
    archive: archive ?? null,
    ignored: { ...ignored, names: unread ? [...ignored.names, "archive"] : ignored.names },
    moved: moved && !unread,
    title: `${titleOf({ ...query, page: 1 }, chipsOf(query, catalogue))} – Casebook`,
    origin: siteOrigin(request.headers.get("host")),
  };
}
