import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { DressLinks, OtherDress } from "#components/listing/other-dress.tsx";
import { everything, type ListingQuery } from "#lib/domain/listing/query.ts";

const linksIn = (markup: string) =>
  [...markup.matchAll(/href="([^"]+)"/g)].map(([, href]) => href?.replace("&amp;", "&"));

test.each<[Partial<ListingQuery>, string, string]>([
  [{ q: "libraries", sort: "relevance", page: 3 }, "?q=libraries&sort=newest", "?q=libraries"],
  [{ topic: ["arts"], sort: "title" }, "?topic=arts", "?topic=arts&sort=title"],
  [{}, "", ""],
])("whoever follows a list is told of what is new, and whoever takes it has its order: %j", (query, feed, file) => {
  const asked = { ...everything, ...query };
  const addresses = [`/case-studies.atom${feed}`, `/case-studies.json${feed}`, `/case-studies.csv${file}`];
  expect(linksIn(renderToStaticMarkup(createElement(OtherDress, { query: asked })))).toEqual(addresses);
  expect(linksIn(renderToStaticMarkup(createElement(DressLinks, { query: asked, indexed: true })))).toEqual(addresses);
});
