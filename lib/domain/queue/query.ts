import type { TabKey } from "./tabs.ts";

export const queuePageSize = 25;

/** What of the queue somebody looks at. Choices are ids, null for none. */
export interface QueueQuery {
  tab: TabKey;
  /** Words of a title or a council's name, or a reference number. */
  q: string;
  council: string | null;
  topic: string | null;
  /** A kind of template: a case study or a signpost. */
  kind: string | null;
  /** The editor who has it. */
  assignee: string | null;
  /** Counts from 1. */
  page: number;
}

/** Everything that is the reader's. */
export const ownQueue: QueueQuery = {
  ...{ tab: "mine", q: "", council: null, topic: null, kind: null, assignee: null, page: 1 },
};

export const filterKeys = ["council", "topic", "kind", "assignee"] as const;

/** How many filters are in force, words aside. */
export const countFilters = (query: QueueQuery): number => filterKeys.filter((key) => query[key] !== null).length;

/** Whether it leaves anything out of its part of the queue. */
export const isNarrowed = (query: QueueQuery): boolean => query.q !== "" || countFilters(query) > 0;

/** The same part of the queue, whole. */
export const widened = ({ tab }: QueueQuery): QueueQuery => ({ ...ownQueue, tab });
