import { element, xmlDocument } from "./xml/xml.ts";

/** An address with the time its content last changed, where that is known. */
export interface SitemapAddress {
  url: string;
  changed: Date | null;
}

/** How many addresses one file holds. The format allows five times as many. */
export const partSize = 10_000;

/** Addresses in files of a size, in their order. */
export const partsOf = <Address>(addresses: readonly Address[], size = partSize): Address[][] =>
  Array.from({ length: Math.ceil(addresses.length / size) }, (_, part) =>
    addresses.slice(part * size, (part + 1) * size),
  );

/** When the newest of some addresses changed. */
export const newestOf = (addresses: readonly { changed: Date | null }[]): Date | null =>
  addresses.reduce<Date | null>(
    (newest, { changed }) => (changed && (!newest || changed > newest) ? changed : newest),
    null,
  );

const xmlns = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** One file of the sitemap. */
export const sitemapOf = (addresses: readonly SitemapAddress[]): string =>
  xmlDocument(element("urlset", { xmlns }, addresses.map(located("url"))));

/** The file that names the others. */
export const sitemapIndexOf = (parts: readonly SitemapAddress[]): string =>
  xmlDocument(element("sitemapindex", { xmlns }, parts.map(located("sitemap"))));

const located =
  (name: string) =>
  ({ url, changed }: SitemapAddress) =>
    element(name, {}, [element("loc", {}, url), changed && element("lastmod", {}, changed.toISOString())]);
