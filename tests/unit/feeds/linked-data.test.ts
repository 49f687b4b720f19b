import { expect, test } from "vitest";
import type { CaseStudyPage } from "#lib/data/directory/case-studies.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { caseStudyData } from "#lib/feeds/linked-data/case-study.ts";
import { breadcrumbData, listData } from "#lib/feeds/linked-data/lists.ts";
import { siteData } from "#lib/feeds/linked-data/site.ts";
import { JsonLd } from "#components/machines/json-ld.tsx";
import { someAnswers } from "#tests/support/versions.ts";

const origin = "https://cases.example";
const places = {
  page: "/case-studies/night-buses",
  picture: "/case-studies/night-buses/picture.png",
  council: (slug: string) => `/councils/${slug}`,
  topic: (slug: string) => `/topics/${slug}`,
};
const template = getTemplate("case-study-1");
const answers = someAnswers();
const page = {
  slug: "night-buses",
  ...{ template, answers, facts: factsOf(template, answers) },
  council: { slug: "dorset", name: "Dorset Council" },
  partners: [],
  topics: [{ slug: "buses", name: "Buses", parent: null }],
  publishedAt: new Date("2024-01-02T03:04:05Z"),
  changedAt: new Date("2024-03-04T05:06:07Z"),
  withdrawn: null,
} as unknown as CaseStudyPage;

test("a case study is an article of its council, about its topics", () => {
  const council = {
    "@type": "GovernmentOrganization",
    name: "Dorset Council",
    url: "https://cases.example/councils/dorset",
  };
  expect(caseStudyData(page, places, origin)).toMatchObject({
    "@type": "Article",
    "@id": "https://cases.example/case-studies/night-buses",
    headline: "Night buses for the harbour festival",
    abstract: "Three towns shared one late timetable for twelve weekends.",
    datePublished: "2024-01-02T03:04:05.000Z",
    dateModified: "2024-03-04T05:06:07.000Z",
    author: council,
    publisher: council,
    about: [{ name: "Buses", url: "https://cases.example/topics/buses" }],
  });
});

test("one that was withdrawn claims nothing", () => {
  const withdrawn = { at: new Date(), reason: "Wrong figures" };
  expect(caseStudyData({ ...page, withdrawn }, places, origin)).toBeNull();
});

test("lists go on counting where the page before ended, and every address is whole", () => {
  const items = [{ name: "A", path: "/a" }];
  expect(listData(origin, items, 11, 11)).toMatchObject({
    numberOfItems: 11,
    itemListElement: [{ position: 11, name: "A", url: "https://cases.example/a" }],
  });
  expect(breadcrumbData(origin, items).itemListElement).toMatchObject([
    { position: 1, item: "https://cases.example/a" },
  ]);
  expect(JSON.stringify(siteData(origin, "/case-studies"))).toContain(
    "https://cases.example/case-studies?q={search_term_string}",
  );
});

test("no text can end the element it stands in (V1.2.3)", () => {
  const { props } = JsonLd({ data: { name: "</script><script>alert(1)" } });
  const json = (props as { dangerouslySetInnerHTML: { __html: string } }).dangerouslySetInnerHTML.__html;
  expect(json).not.toContain("<");
  expect(JSON.parse(json)).toEqual({ name: "</script><script>alert(1)" });
});
