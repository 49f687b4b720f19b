import { everyOf, type Frequency } from "#lib/domain/alerts/frequencies.ts";
import { mostInLetter } from "#lib/domain/alerts/limits.ts";
import { readFilters } from "#lib/domain/alerts/query.ts";
import { chipsOf } from "#lib/domain/listing/chips.ts";
import { addressOf } from "#lib/domain/listing/write.ts";
import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import type { Card } from "#lib/data/directory/listings.ts";
import { tokenOf } from "#lib/data/submissions/links.ts";
import { listNewMatches } from "./new-matches.ts";

/** An alert as a letter about it tells of it. */
export interface MailedAlert {
  /** Of the page where it is confirmed, changed or stopped. */
  token: string;
  confirmed: boolean;
  /** "every Monday" */
  every: string;
  /** What is searched for, "" for nothing. */
  words: string;
  /** The other filters in force, in words. */
  filters: string[];
  /** Filters there are no more. */
  lost: { group: string; slug: string }[];
  /** Its list on the site, newest first: a path. */
  list: string;
  matches: Pick<Card, "slug" | "title" | "summary" | "councilName" | "publishedAt">[];
  /** How many there are, of which `matches` are the newest. */
  total: number;
}

interface Owed {
  alert: { id: string; query: string; frequency: string; confirmedAt: Date | null } | null;
  since: Date | null;
  until: Date | null;
}

/** Reads what a letter about an alert may say. What it found is looked up now: what was withdrawn meanwhile is left out. */
export async function readMailedAlert({ alert, since, until }: Owed): Promise<MailedAlert | null> {
  if (!alert) return null;
  const catalogue = await getCatalogue();
  const { query, lost, void: isVoid } = readFilters(alert.query, catalogue);
  const looks = since && until && !isVoid;
  const { cards, total } = looks
    ? await listNewMatches(query, { since, until }, mostInLetter)
    : { cards: [], total: 0 };
  return {
    token: tokenOf(alert.id),
    confirmed: alert.confirmedAt !== null,
    every: everyOf(alert.frequency as Frequency),
    words: query.q,
    filters: chipsOf(query, catalogue).map(({ name }) => name),
    lost,
    list: addressOf({ ...query, sort: "newest" }),
    matches: cards,
    total,
  };
}
