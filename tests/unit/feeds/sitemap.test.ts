import { expect, test } from "vitest";
import { openSearchOf } from "#lib/feeds/open-search.ts";
import { newestOf, partsOf, partSize, sitemapIndexOf, sitemapOf } from "#lib/feeds/sitemap.ts";

const changed = new Date("2024-03-04T05:06:07Z");

test("a sitemap has every address once, in files of a size, in their order", () => {
  const addresses = Array.from({ length: 25_001 }, (_, index) => index);
  const parts = partsOf(addresses);
  expect(parts.map(({ length }) => length)).toEqual([partSize, partSize, 5_001]);
  expect(parts.flat()).toEqual(addresses);
  expect(partsOf([])).toEqual([]);
});

test("says when an address changed where that is known, and escapes what XML must not have", () => {
  const xml = sitemapOf([
    { url: "https://cases.example/case-studies?a=1&b=2", changed },
    { url: "https://cases.example/about", changed: null },
  ]);
  expect(xml).toContain(
    "<loc>https://cases.example/case-studies?a=1&amp;b=2</loc>\n<lastmod>2024-03-04T05:06:07.000Z</lastmod>",
  );
  expect(xml).toContain("<url>\n<loc>https://cases.example/about</loc>\n</url>");
});

test("the index names a file with the newest date in it", () => {
  const newest = newestOf([{ changed: null }, { changed }, { changed: new Date(0) }]);
  expect(newest).toEqual(changed);
  expect(newestOf([{ changed: null }])).toBeNull();
  expect(sitemapIndexOf([{ url: "https://cases.example/sitemap/1.xml", changed: newest }])).toContain(
    "<sitemap>\n<loc>https://cases.example/sitemap/1.xml</loc>\n<lastmod>2024-03-04T05:06:07.000Z</lastmod>\n</sitemap>",
  );
});

test("the search is described within the lengths that browsers accept", () => {
  const xml = openSearchOf({
    self: "https://cases.example/opensearch.xml",
    icon: "https://cases.example/icon.svg",
    page: "https://cases.example/case-studies?q={searchTerms}",
    atom: "https://cases.example/case-studies.atom?q={searchTerms}",
  });
  expect(/<ShortName>(.*)<\/ShortName>/.exec(xml)?.[1]?.length).toBeLessThanOrEqual(16);
  expect(xml).toContain('<Url type="text/html" template="https://cases.example/case-studies?q={searchTerms}"/>');
});
