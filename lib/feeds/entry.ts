import type { Entry } from "#lib/data/feeds/entries.ts";
import type { FeedEntry } from "./feed.ts";
import { portableHtml } from "./portable-html.ts";

/** Where an entry and what belongs to it are to be found: paths of the site. */
interface Places {
  page: string;
  picture: string;
  topics: string;
  supportTypes: string;
}

/**
 * A case study as an entry. Its id is made from the case study's own, so that it stays whatever the address becomes.
 *
 * @param html its text as on the page
 */
export function entryOf(entry: Entry, html: string, places: Places, origin: string): FeedEntry {
  const { facts, topics, supportTypes } = entry;
  const url = origin + places.page;
  const within = (scheme: string, terms: Entry["topics"]) =>
    terms.map(({ slug, name }) => ({ scheme: origin + scheme, term: slug, label: name }));
  return {
    id: `urn:uuid:${entry.id}`,
    url,
    title: facts.title,
    summary: facts.summary,
    html: portableHtml(html, url),
    author: authorOf(entry),
    categories: [...within(places.topics, topics), ...within(places.supportTypes, supportTypes)],
    source: facts.source?.url ?? null,
    picture: origin + places.picture,
    published: entry.publishedAt,
    updated: entry.changedAt,
  };
}

/** Whose work it is. */
export const authorOf = ({ facts, council }: Pick<Entry, "facts" | "council">): string =>
  [facts.organisation, council?.name].filter(Boolean).join(", ") || "Casebook";
