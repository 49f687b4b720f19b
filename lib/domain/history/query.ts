import type { EventKind } from "../workflow/moves.ts";

export const historyPageSize = 40;

/** The one value that the history of every event and its download are made from. */
export interface HistoryQuery {
  /** Words in the title of the case study or in the reason, or a reference number. */
  q: string;
  kinds: readonly EventKind[];
  /** Ids. */
  person: string | null;
  council: string | null;
  caseStudy: string | null;
  /** Days in London, "YYYY-MM-DD", both included. */
  from: string | null;
  to: string | null;
  /** Counts from 1. */
  page: number;
}

/** Everything that ever happened, newest first. */
export const everyEvent: HistoryQuery = {
  q: "",
  kinds: [],
  person: null,
  council: null,
  caseStudy: null,
  from: null,
  to: null,
  page: 1,
};

/** The query's own part of an address, without anything that is as it would be anyway. */
export function writeHistory(query: HistoryQuery): string {
  const parameters = new URLSearchParams();
  for (const kind of query.kinds.toSorted()) parameters.append("kind", kind);
  for (const name of ["q", "person", "council", "caseStudy", "from", "to"] as const) {
    if (query[name]) parameters.append(name, query[name]);
  }
  if (query.page > 1) parameters.append("page", String(query.page));
  return parameters.toString();
}
