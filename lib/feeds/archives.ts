import { shownAt } from "#lib/domain/london-time.ts";

/** What orders archives: when a case study was first published. */
export interface Dated {
  publishedAt: Date;
}

/** A few case studies first published in one month. `key` is "2024-03", or "2024-03.2" for the second ten of that month. */
export interface Batch<Row extends Dated> {
  key: string;
  rows: Row[];
}

/** An archive's key as an address has it. */
export const archiveKey = /^\d{4}-(0[1-9]|1[0-2])(\.([2-9]|[1-9]\d{1,5}))?$/;

/** Entries of an archive document, and how many the subscription document has at least. */
export const batchSize = 10;

/**
 * Everything a query returns, newest first, cut where it will always be cut: by month, and within a month after every ten
 * from its first day on. What is published later goes into the last batch or a new one and moves nothing, and what is
 * withdrawn moves at most the rest of its own month. So an archive's address always means the same entries.
 */
export function batchesOf<Row extends Dated>(newestFirst: readonly Row[]): Batch<Row>[] {
  const months = Map.groupBy(newestFirst, ({ publishedAt }) => monthOf(publishedAt));
  return [...months].flatMap(([month, rows]) => {
    const parts = Math.ceil(rows.length / batchSize);
    const first = rows.length - (parts - 1) * batchSize;
    return Array.from({ length: parts }, (_, index) => ({
      key: index === parts - 1 ? month : `${month}.${parts - index}`,
      rows: rows.slice(index ? first + (index - 1) * batchSize : 0, first + index * batchSize),
    }));
  });
}

/** One document of an archived feed: its rows, and the keys of the archives before and after it, if there are any. */
export interface ArchiveDocument<Row> {
  rows: Row[];
  previous: string | null;
  next: string | null;
}

/** The document to subscribe to: the newest batches, whole, until there are ten entries. */
export function subscriptionOf<Row extends Dated>(batches: readonly Batch<Row>[]): ArchiveDocument<Row> {
  const length = subscribed(batches);
  return {
    rows: batches.slice(0, length).flatMap(({ rows }) => rows),
    previous: batches[length]?.key ?? null,
    next: null,
  };
}

/**
 * The archive of a key. One whose entries have all been withdrawn is empty and still leads on, for whoever was sent there.
 * Batches in the subscription document are archives only later, so nothing leads to them.
 */
export function archiveOf<Row extends Dated>(batches: readonly Batch<Row>[], key: string): ArchiveDocument<Row> {
  const place = batches.findIndex((batch) => isBefore(batch.key, key) || batch.key === key);
  const at = place === -1 ? batches.length : place;
  const found = batches[at]?.key === key ? batches[at] : null;
  const newer = at - 1;
  return {
    rows: found?.rows ?? [],
    previous: batches[found ? at + 1 : at]?.key ?? null,
    next: newer >= subscribed(batches) ? (batches[newer]?.key ?? null) : null,
  };
}

/** How many batches the subscription document has. */
function subscribed(batches: readonly Batch<Dated>[]): number {
  let entries = 0;
  const last = batches.findIndex(({ rows }) => (entries += rows.length) >= batchSize);
  return last === -1 ? batches.length : last + 1;
}

function isBefore(key: string, other: string): boolean {
  const [month = "", part = "1"] = key.split(".");
  const [otherMonth = "", otherPart = "1"] = other.split(".");
  return month === otherMonth ? Number(part) < Number(otherPart) : month < otherMonth;
}

/** The month a date has in London, as on the page. */
function monthOf(date: Date): string {
  return shownAt(date)[0].slice(0, 7);
}
