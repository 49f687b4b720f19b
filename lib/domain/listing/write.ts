import { groupKeys } from "./groups.ts";
import { defaultSort, type ListingQuery } from "./query.ts";

export const listingPath = "/case-studies";

/** The query's own part of an address, sorted and without anything that is as it would be anyway. */
export function writeListing(query: ListingQuery): string {
  const parameters = new URLSearchParams();
  if (query.q) parameters.append("q", query.q);
  for (const key of groupKeys) for (const slug of query[key].toSorted()) parameters.append(key, slug);
  if (query.like) parameters.append("like", query.like);
  if (query.from) parameters.append("from", query.from);
  if (query.to) parameters.append("to", query.to);
  if (query.sort !== defaultSort(query)) parameters.append("sort", query.sort);
  if (query.page > 1) parameters.append("page", String(query.page));
  return parameters.toString();
}

/** The one canonical address of a listing. */
export function addressOf(query: ListingQuery): string {
  const search = writeListing(query);
  return search ? `${listingPath}?${search}` : listingPath;
}
