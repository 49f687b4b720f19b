import type { Feed, FeedEntry } from "./feed.ts";

/** A feed as a JSON Feed 1.1 document. The next older entries are at `next_url`. */
export function jsonFeedOf(feed: Feed): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    next_url: feed.links["prev-archive"] ?? feed.links.next,
    icon: feed.icon,
    authors: [{ name: "Casebook" }],
    language: "en-GB",
    items: feed.entries.map(item),
  });
}

const item = (entry: FeedEntry) => ({
  id: entry.id,
  url: entry.url,
  ...(entry.source && { external_url: entry.source }),
  title: entry.title,
  summary: entry.summary,
  content_html: entry.html,
  image: entry.picture,
  date_published: entry.published.toISOString(),
  date_modified: entry.updated.toISOString(),
  authors: [{ name: entry.author }],
  tags: entry.categories.map(({ label }) => label),
});
