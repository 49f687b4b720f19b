import { licence } from "#lib/domain/licence.ts";
import { updatedOf, type Feed, type FeedEntry } from "./feed.ts";
import { element, xmlDocument, type Xml } from "./xml/xml.ts";

/** A feed as an Atom document (RFC 4287), paged or archived as RFC 5005 says. */
export function atomOf(feed: Feed): string {
  const links = Object.entries(feed.links).map(([rel, href]) => link(rel, href, atom));
  return xmlDocument(
    element("feed", { xmlns: "http://www.w3.org/2005/Atom", "xmlns:fh": history, "xml:lang": "en-GB" }, [
      element("id", {}, feed.id),
      element("title", {}, feed.title),
      element("updated", {}, updatedOf(feed).toISOString()),
      element("author", {}, [element("name", {}, "Casebook")]),
      element("icon", {}, feed.icon),
      element("rights", {}, `${licence.name}, except where a page says otherwise`),
      link("license", licence.url),
      link("self", feed.self, atom),
      link("alternate", feed.home, "text/html"),
      ...links,
      feed.archive ? element("fh:archive") : null,
      ...feed.entries.map(entry),
    ]),
  );
}

const atom = "application/atom+xml";
const history = "http://purl.org/syndication/history/1.0";

const link = (rel: string, href: string, type?: string) => element("link", { rel, type, href });

function entry({ categories, ...one }: FeedEntry): Xml {
  return element("entry", {}, [
    element("id", {}, one.id),
    element("title", {}, one.title),
    element("published", {}, one.published.toISOString()),
    element("updated", {}, one.updated.toISOString()),
    element("author", {}, [element("name", {}, one.author)]),
    ...categories.map((category) => element("category", category)),
    link("alternate", one.url, "text/html"),
    one.source ? link("via", one.source) : null,
    element("summary", {}, one.summary),
    element("content", { type: "html" }, one.html),
  ]);
}
