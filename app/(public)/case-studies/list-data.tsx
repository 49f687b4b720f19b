import { JsonLd } from "#components/machines/json-ld.tsx";
import type { Card } from "#lib/data/directory/listings.ts";
import { pageSize, type ListingQuery } from "#lib/domain/listing/query.ts";
import { listData } from "#lib/feeds/linked-data/lists.ts";
import { paths } from "#lib/http/paths.ts";
import { readOrigin } from "../origin.ts";

interface Props {
  query: ListingQuery;
  cards: readonly Card[];
  total: number;
}

/** One page of the listing for machines. */
export async function ListData({ query, cards, total }: Props) {
  if (!cards.length) return null;
  const items = cards.map(({ title, slug }) => ({ name: title, path: paths.caseStudy(slug) }));
  return <JsonLd data={listData(await readOrigin(), items, (query.page - 1) * pageSize + 1, total)} />;
}
