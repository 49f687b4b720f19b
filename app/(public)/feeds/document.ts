import { countTotal, listCards } from "#lib/data/directory/listings.ts";
import { listEntries } from "#lib/data/feeds/entries.ts";
import { listSlugs, readWholeList } from "#lib/data/feeds/whole-list.ts";
import { pageSize, type ListingQuery } from "#lib/domain/listing/query.ts";
import { archiveOf, batchesOf, subscriptionOf } from "#lib/feeds/archives.ts";
import { entryOf } from "#lib/feeds/entry.ts";
import type { Feed, FeedLinks } from "#lib/feeds/feed.ts";
import { paths, type ListingFormat } from "#lib/http/paths.ts";
import type { Asked } from "./asked.ts";
import { htmlOf } from "./entry-html.tsx";

/**
 * One document of a listing's feed.
 *
 * Newest first is an archived feed (RFC 5005, section 4): the document to subscribe to, and behind it archives that keep their
 * entries, so that whoever walks back meets every case study once, also while something is published. Any other order has
 * no end at which new entries appear, so that feed is a paged one (section 3), cut as the page is; as is a later page by its
 * number. An archive is not told of words that changed: what it lists is ordered by first publication, as the page is.
 */
export async function readFeed(format: Exclude<ListingFormat, "csv">, asked: Asked): Promise<Feed> {
  const { query, archive, origin } = asked;
  const to = (changes: Partial<ListingQuery> = {}) => origin + paths.listingAs(format, { ...query, ...changes });
  const { slugs, links } = archive || isArchived(query) ? await archived(asked, to()) : await paged(query, to);
  const entries = await listEntries(slugs);
  return {
    id: origin + paths.listing({ ...query, page: 1 }),
    title: asked.title,
    home: origin + paths.listing(query),
    self: archive ? archiveAt(to(), archive) : to(),
    icon: `${origin}/icon.svg`,
    links,
    archive: archive !== null,
    entries: await Promise.all(
      entries.map(async (entry) => {
        const { page, picture } = { page: paths.caseStudy(entry.slug), picture: paths.picture(entry.slug) };
        const places = { page, picture, topics: paths.topics, supportTypes: paths.supportTypes };
        return entryOf(entry, await htmlOf(entry), places, origin);
      }),
    ),
  };
}

interface Extent {
  slugs: string[];
  links: FeedLinks;
}

const isArchived = ({ sort, page }: ListingQuery) => sort === "newest" && page === 1;

const archiveAt = (address: string, key: string) => `${address}${address.includes("?") ? "&" : "?"}archive=${key}`;

async function archived({ query, archive }: Asked, current: string): Promise<Extent> {
  const { numbers, months } = await readWholeList({ ...query, sort: "newest" });
  const batches = batchesOf(months);
  const { from, size, previous, next } = archive ? archiveOf(batches, archive) : subscriptionOf(batches);
  const links: FeedLinks = {
    ...(archive && { current }),
    ...(previous && { "prev-archive": archiveAt(current, previous) }),
    ...(next && { "next-archive": archiveAt(current, next) }),
  };
  return { slugs: await listSlugs(numbers.slice(from, from + size)), links };
}

async function paged(query: ListingQuery, to: (changes: Partial<ListingQuery>) => string): Promise<Extent> {
  const [cards, total] = await Promise.all([listCards(query), countTotal(query)]);
  const last = Math.max(1, Math.ceil(total / pageSize));
  const links: FeedLinks = {
    first: to({ page: 1 }),
    ...(query.page > 1 && { previous: to({ page: Math.min(query.page - 1, last) }) }),
    ...(query.page < last && { next: to({ page: query.page + 1 }) }),
    last: to({ page: last }),
  };
  return { slugs: cards.map(({ slug }) => slug), links };
}
