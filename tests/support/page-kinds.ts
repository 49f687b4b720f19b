import {
  firstCollection,
  firstOf,
  overdueCaseStudy,
  removedCaseStudy,
  withdrawnCaseStudy,
} from "./demonstration-addresses.ts";

export interface PageKind {
  name: string;
  status: number;
  /** The address of a page of this kind, from the slash on. */
  find: () => Promise<string>;
}

const kind = (name: string, where: string | (() => Promise<string>), status = 200): PageKind => {
  const find = typeof where === "string" ? async () => where : where;
  let found: Promise<string> | undefined;
  return { name, status, find: () => (found ??= find()) };
};

/** Every kind of page there is. The checks of markup, size, headers, accessibility and small screens all walk this list. */
export const pageKinds: readonly PageKind[] = [
  kind("the front door", "/"),
  kind("the listing", "/case-studies"),
  kind("a listing of one topic", "/case-studies?topic=libraries"),
  kind(
    "a listing with many filters",
    "/case-studies?q=people&topic=libraries&topic=public-health&topic=flooding&outcome=worked&outcome=mixed" +
      "&type=unitary&type=district&type=county&region=wales&region=south-west&region=london&from=2019-01&to=2026-10&sort=title",
  ),
  kind("a later page of a listing", "/case-studies?sort=title&page=7"),
  kind("a listing with an overdue case study", "/case-studies?sort=oldest"),
  kind("a listing with one result", "/case-studies?q=%22Tameside+Story+Makers%22"),
  kind("a corrected search with something recognised", "/case-studies?q=libaries+dorset"),
  kind("a listing of councils like one", "/case-studies?like=dorset&outcome=mixed"),
  kind("a search that quotes keep empty", "/case-studies?q=%22zzzz+qqqq%22+bins"),
  kind("suggestions", "/suggestions?q=libr"),
  kind("an empty listing", "/case-studies?q=zzzz&topic=libraries&outcome=mixed"),
  kind("a listing beyond its last page", "/case-studies?topic=libraries&page=99"),
  kind("a listing that ignores part of its address", "/case-studies?topic=nothing&page=0&colour=red&size=9"),
  kind("a case study", () => firstOf("/case-studies?outcome=mixed")),
  kind("a signpost", () => firstOf("/case-studies?topic=libraries")),
  kind("a case study due for review", overdueCaseStudy),
  kind("a withdrawn case study", withdrawnCaseStudy),
  kind("the topics", "/topics"),
  kind("a topic with others within it", "/topics/culture-tourism-leisure-and-sport"),
  kind("a topic within another", "/topics/libraries"),
  kind("the support types", "/support-types"),
  kind("a support type", "/support-types/culture-hub"),
  kind("the councils", "/councils"),
  kind("a search for a council", "/councils?q=dorset"),
  kind("a search for a council that finds none", "/councils?q=zzzz"),
  kind("a council with predecessors", "/councils/dorset"),
  kind("a council that has ended", "/councils/west-dorset"),
  kind("the collections", "/collections"),
  kind("a collection", firstCollection),
  kind("the API", "/api"),
  kind("the downloads", "/downloads"),
  kind("about", "/about"),
  kind("contact", "/contact"),
  kind("accessibility", "/accessibility"),
  kind("privacy", "/privacy"),
  kind("cookies", "/cookies"),
  kind("how to submit", "/submit"),
  kind("starting from a Word file", "/submit/word"),
  kind("an address that cannot be read", "/case-studies/%zz", 400),
  kind("an unknown address", "/nowhere", 404),
  kind("an unknown case study", "/case-studies/no-such-case-study", 404),
  kind("an unknown council", "/councils/no-such-council", 404),
  kind("a case study that was taken down", removedCaseStudy, 410),
  kind("an address that is too long", `/case-studies?q=${"a".repeat(132_000)}`, 414),
];
