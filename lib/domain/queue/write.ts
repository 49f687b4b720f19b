import { filterKeys, ownQueue, type QueueQuery } from "./query.ts";

/** The query's own part of an address, without anything that is as it would be anyway. */
export function writeQueue(query: QueueQuery): string {
  const parameters = new URLSearchParams();
  if (query.tab !== ownQueue.tab) parameters.append("tab", query.tab);
  if (query.q) parameters.append("q", query.q);
  for (const key of filterKeys) if (query[key]) parameters.append(key, query[key]);
  if (query.page > 1) parameters.append("page", String(query.page));
  return parameters.toString();
}
