/** How many case studies were first published in a month, "YYYY-MM" in London. */
export interface MonthCount {
  month: string;
  count: number;
}

/**
 * A few case studies first published in one month, as a part of the whole list: from a place that counts from 0. `key` is
 * "2024-03", or "2024-03.2" for the second ten of that month.
 */
export interface Batch {
  key: string;
  from: number;
  size: number;
}

/** An archive's key as an address has it. */
export const archiveKey = /^\d{4}-(0[1-9]|1[0-2])(\.([2-9]|[1-9]\d{1,5}))?$/;

/** Entries of an archive document, and how many the subscription document has at least. */
export const batchSize = 10;

/**
 * Everything a query returns, newest first, cut where it will always be cut: by month, and within a month after every ten
 * from its first day on. What is published later goes into the last batch or a new one and moves nothing, and what is
 * withdrawn moves at most the rest of its own month. So an archive's address always means the same entries.
 *
 * @param months newest first
 */
export function batchesOf(months: readonly MonthCount[]): Batch[] {
  let from = 0;
  return months.flatMap(({ month, count }) => {
    const parts = Math.ceil(count / batchSize);
    return Array.from({ length: parts }, (_, index) => {
      const size = index ? batchSize : count - (parts - 1) * batchSize;
      from += size;
      return { key: index === parts - 1 ? month : `${month}.${parts - index}`, from: from - size, size };
    });
  });
}

/** One document of an archived feed: its part of the whole list, and the keys of the archives before and after it, if there are any. */
export interface ArchiveDocument {
  from: number;
  size: number;
  previous: string | null;
  next: string | null;
}

/** The document to subscribe to: the newest batches, whole, until there are ten entries. */
export function subscriptionOf(batches: readonly Batch[]): ArchiveDocument {
  const length = subscribed(batches);
  const size = batches.slice(0, length).reduce((sum, batch) => sum + batch.size, 0);
  return { from: 0, size, previous: batches[length]?.key ?? null, next: null };
}

/**
 * The archive of a key. One whose entries have all been withdrawn is empty and still leads on, for whoever was sent there.
 * Batches in the subscription document are archives only later, so nothing leads to them.
 */
export function archiveOf(batches: readonly Batch[], key: string): ArchiveDocument {
  const place = batches.findIndex((batch) => isBefore(batch.key, key) || batch.key === key);
  const at = place === -1 ? batches.length : place;
  const found = batches[at]?.key === key ? batches[at] : null;
  const newer = at - 1;
  return {
    from: found?.from ?? 0,
    size: found?.size ?? 0,
    previous: batches[found ? at + 1 : at]?.key ?? null,
    next: newer >= subscribed(batches) ? (batches[newer]?.key ?? null) : null,
  };
}

/** How many batches the subscription document has. */
function subscribed(batches: readonly Batch[]): number {
  let entries = 0;
  const last = batches.findIndex(({ size }) => (entries += size) >= batchSize);
  return last === -1 ? batches.length : last + 1;
}

function isBefore(key: string, other: string): boolean {
  const [month = "", part = "1"] = key.split(".");
  const [otherMonth = "", otherPart = "1"] = other.split(".");
  return month === otherMonth ? Number(part) < Number(otherPart) : month < otherMonth;
}
