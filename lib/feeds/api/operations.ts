import type { z } from "zod";
import { apiPaths } from "#lib/http/api/api-paths.ts";
import { caseStudy } from "./case-study.ts";
import { cardList } from "./list.ts";
import { beginning, listingParameters, paging, slugOfPath, type Parameter } from "./parameters.ts";
import { collectionList, councilList, supportTypeList, topicList } from "./reference.ts";
import { suggestionList } from "./suggestions.ts";

/** An address of the API that answers something, described once for the document, the page about it and its tests. */
export interface Operation {
  id: string;
  path: string;
  tag: "Case studies" | "Lists" | "Search";
  summary: string;
  description: string;
  parameters: readonly Parameter[];
  body: z.ZodType;
  /** Errors besides those that any address may answer. */
  errors: readonly (400 | 404 | 410)[];
  examples: readonly Example[];
}

export interface Example {
  summary: string;
  /** An address that can be opened as it is. */
  address: string;
}

/** Everything the API answers. @param someSlug of a published case study, for examples; null while there is none */
export const operations = (someSlug: string | null): readonly Operation[] => [
  {
    ...{ id: "listCaseStudies", path: apiPaths.caseStudies(), tag: "Case studies", summary: "List case studies" },
    description:
      "Everything that is published, with the filters, the search and the order of the page for people. Follow `next` for what comes after. " +
      "By date and by title, an address followed to its end gives everything exactly once, whatever is published meanwhile. By `relevance` it counts places, so what is published meanwhile may push an item onto the next page.",
    parameters: [...listingParameters, ...paging],
    ...{ body: cardList, errors: [400] },
    examples: [
      { summary: "The five newest", address: apiPaths.caseStudies("limit=5") },
      { summary: "About libraries, by title", address: apiPaths.caseStudies("topic=libraries&sort=title") },
      {
        summary: "Mixed or bad outcomes in Wales or the South West",
        address: apiPaths.caseStudies("region=wales&region=south-west&outcome=mixed&outcome=did-not-work"),
      },
      { summary: "A search, since 2020", address: apiPaths.caseStudies("q=bus+timetable&from=2020-01&limit=10") },
    ],
  },
  {
    ...{ id: "getCaseStudy", path: "/api/v1/case-studies/{slug}", tag: "Case studies", summary: "Read one case study" },
    description:
      "Everything its page shows; the page’s own address with `.json` behind it gives the same. A withdrawn case study says so in `withdrawn`, as its page does. " +
      "One that was taken down answers 410, or leads on to the one that took its place.",
    parameters: [{ ...slugOfPath, ...(someSlug && { example: someSlug }) }],
    ...{ body: caseStudy, errors: [400, 404, 410] },
    examples: someSlug ? [{ summary: "The newest", address: apiPaths.caseStudy(someSlug) }] : [],
  },
  {
    ...{ id: "listTopics", path: apiPaths.topics, tag: "Lists", summary: "List topics" },
    description: "What case studies are about, in a tree of two levels.",
    ...{ parameters: [], body: topicList, errors: [400] },
    examples: [{ summary: "All topics", address: apiPaths.topics }],
  },
  {
    ...{ id: "listSupportTypes", path: apiPaths.supportTypes, tag: "Lists", summary: "List support types" },
    description: "The kinds of help behind case studies.",
    ...{ parameters: [], body: supportTypeList, errors: [400] },
    examples: [{ summary: "All support types", address: apiPaths.supportTypes }],
  },
  {
    ...{ id: "listCouncils", path: apiPaths.councils, tag: "Lists", summary: "List councils" },
    description: "Every council, with those that have ended since 2009 and what became of them.",
    ...{ parameters: [], body: councilList, errors: [400] },
    examples: [{ summary: "All councils", address: apiPaths.councils }],
  },
  {
    ...{ id: "listCollections", path: apiPaths.collections, tag: "Lists", summary: "List collections" },
    description: "What editors have put together, with the case studies in their order.",
    ...{ parameters: [], body: collectionList, errors: [400] },
    examples: [{ summary: "All collections", address: apiPaths.collections }],
  },
  {
    ...{ id: "suggest", path: "/api/v1/suggest", tag: "Search", summary: "Suggest what to search for" },
    description: "Topics, support types, councils and titles with a word that begins as somebody has typed.",
    ...{ parameters: [beginning], body: suggestionList, errors: [400] },
    examples: [{ summary: "What “lib” may become", address: apiPaths.suggest("lib") }],
  },
];
