import type { Chip } from "#components/listing/chips.tsx";
import { listed, shortened } from "#components/ui/words.ts";
import type { ListingQuery } from "#lib/domain/listing/query.ts";

/** A title that tells one listing from another in a row of tabs. */
export function titleOf({ q, page }: ListingQuery, chips: readonly Chip[]): string {
  const parts = [
    q ? `“${shortened(q)}” in case studies` : "Case studies",
    ...(chips.length ? [listed(chips.map(({ name }) => name))] : []),
    ...(page > 1 ? [`page ${page}`] : []),
  ];
  return parts.join(", ");
}
