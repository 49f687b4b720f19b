import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { db } from "#lib/data/db.ts";
import { daysSearchesKept } from "#lib/domain/people/limits.ts";
import { parametersOf } from "#lib/domain/listing/parameters.ts";
import { readListing } from "#lib/domain/listing/read.ts";
import { writeListing } from "#lib/domain/listing/write.ts";
import { foldedWords } from "#lib/domain/search/fold.ts";

/** A search that was answered, with how many results it had, or one of whose results was opened. */
export interface SearchNote {
  /** The query part of the address of the list. */
  search: string;
  /** Null where a result was opened. */
  found: number | null;
}

/** Not kept: what could be somebody's address or telephone number, and what is too long to be a search. */
const personal = /@|(?:\+|\b0)(?:[\s()-]*\d){9}/;
const longest = 300;
/** What people look for in an hour is less; a program that makes words up fills no more than this. */
const mostEachHour = 2000;

/** Adds to what was looked for. Nothing is kept of who, and of when only the hour. */
export async function addSearches(notes: readonly SearchNote[], now: Date): Promise<void> {
  const catalogue = await getCatalogue();
  const hour = new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000);
  const full = (await db.searchLog.count({ where: { hour } })) >= mostEachHour;
  for (const { search, found } of notes) {
    const { query } = readListing(parametersOf(search), catalogue);
    const words = foldedWords(query.q).join(" ");
    const key = { hour, query: writeListing({ ...query, page: 1 }) };
    if (!words || personal.test(query.q) || key.query.length > longest) continue;
    const counted = found === null ? { clicks: 1, searches: 0, total: 0 } : { clicks: 0, searches: 1, total: found };
    const more = found === null ? { clicks: { increment: 1 } } : { searches: { increment: 1 }, total: found };
    if (full) await db.searchLog.updateMany({ where: key, data: more });
    else await db.searchLog.upsert({ where: { hour_query: key }, create: { ...key, words, ...counted }, update: more });
  }
}

/** Forgets searches of long ago. */
export async function clearSearches(now = new Date()): Promise<void> {
  await db.searchLog.deleteMany({ where: { hour: { lt: new Date(now.getTime() - daysSearchesKept * 86_400_000) } } });
}
