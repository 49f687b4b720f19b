import { parseAtomFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { atomOf } from "#lib/feeds/atom.ts";
import type { Feed, FeedEntry } from "#lib/feeds/feed.ts";
import { jsonFeedOf } from "#lib/feeds/json-feed.ts";

const hostile = `<b>&amp; "é" 🙂 ]]> ' &`;

const anEntry = (changes: Partial<FeedEntry> = {}): FeedEntry => ({
  id: "urn:uuid:0198c0de-0000-7000-8000-000000000001",
  url: "https://cases.example/case-studies/night-buses",
  title: `Night buses ${hostile}`,
  summary: `One timetable ${hostile}`,
  html: '<p>A <a href="https://cases.example/about">link</a> &amp; more</p>',
  author: "Dorset Council",
  categories: [{ scheme: "https://cases.example/topics", term: "buses", label: "Buses & more" }],
  source: "https://elsewhere.example/report?a=1&b=2",
  picture: "https://cases.example/case-studies/night-buses/picture.png",
  published: new Date("2024-01-02T03:04:05.678Z"),
  updated: new Date("2024-03-04T05:06:07.890Z"),
  ...changes,
});

const aFeed = (changes: Partial<Feed> = {}): Feed => ({
  id: "https://cases.example/case-studies?topic=buses",
  title: "Case studies, Buses – Casebook",
  home: "https://cases.example/case-studies?topic=buses",
  self: "https://cases.example/case-studies.atom?topic=buses",
  icon: "https://cases.example/icon.svg",
  links: { "prev-archive": "https://cases.example/case-studies.atom?topic=buses&archive=2023-12" },
  archive: false,
  entries: [anEntry()],
  ...changes,
});

describe("an Atom feed", () => {
  const read = parseAtomFeed(atomOf(aFeed()));
  const [entry] = read.entries ?? [];

  test("comes back whole from a reader of Atom, whatever is in its texts (V1.2.1)", () => {
    expect(entry).toMatchObject({
      id: "urn:uuid:0198c0de-0000-7000-8000-000000000001",
      published: "2024-01-02T03:04:05.678Z",
      updated: "2024-03-04T05:06:07.890Z",
      authors: [{ name: "Dorset Council" }],
      categories: [{ term: "buses", scheme: "https://cases.example/topics", label: "Buses & more" }],
    });
    expect(JSON.stringify(entry)).toContain(JSON.stringify(`Night buses ${hostile}`).slice(1, -1));
    expect(JSON.stringify(entry)).toContain(JSON.stringify(anEntry().html).slice(1, -1));
  });

  test("names itself, its page, its archive, and where a signpost's text lives", () => {
    const places = (links: { rel?: string; href?: string }[] = []) => links.map(({ rel, href }) => [rel, href]);
    expect(places(read.links)).toEqual([
      ["license", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"],
      ["self", "https://cases.example/case-studies.atom?topic=buses"],
      ["alternate", "https://cases.example/case-studies?topic=buses"],
      ["prev-archive", "https://cases.example/case-studies.atom?topic=buses&archive=2023-12"],
    ]);
    expect(places(entry?.links)).toEqual([
      ["alternate", "https://cases.example/case-studies/night-buses"],
      ["via", "https://elsewhere.example/report?a=1&b=2"],
    ]);
  });

  test("was updated when the newest of its entries was, and without any never", () => {
    const older = anEntry({ updated: new Date("2020-01-01T00:00:00Z") });
    expect(parseAtomFeed(atomOf(aFeed({ entries: [older, anEntry()] }))).updated).toBe("2024-03-04T05:06:07.890Z");
    expect(parseAtomFeed(atomOf(aFeed({ entries: [] }))).updated).toBe("1970-01-01T00:00:00.000Z");
  });

  test("says that it is an archive only where it is one", () => {
    expect(atomOf(aFeed())).not.toContain("fh:archive");
    expect(atomOf(aFeed({ archive: true }))).toContain("<fh:archive/>");
  });

  test("leaves out what XML cannot say", () => {
    const text = atomOf(aFeed({ title: "a\u0000b\u0008c\uFFFEd\uD800e" }));
    expect(text).toContain("<title>abcd\uFFFDe</title>");
  });
});

describe("a JSON feed", () => {
  const read = JSON.parse(jsonFeedOf(aFeed()));

  test("is of version 1.1 and says where the next older entries are", () => {
    expect(read).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
      title: "Case studies, Buses – Casebook",
      home_page_url: "https://cases.example/case-studies?topic=buses",
      feed_url: "https://cases.example/case-studies.atom?topic=buses",
      next_url: "https://cases.example/case-studies.atom?topic=buses&archive=2023-12",
      language: "en-GB",
    });
    expect(JSON.parse(jsonFeedOf(aFeed({ links: {} })))).not.toHaveProperty("next_url");
  });

  test("has entries with everything the Atom feed has", () => {
    expect(read.items).toEqual([
      {
        id: anEntry().id,
        url: anEntry().url,
        external_url: anEntry().source,
        title: anEntry().title,
        summary: anEntry().summary,
        content_html: anEntry().html,
        image: anEntry().picture,
        date_published: "2024-01-02T03:04:05.678Z",
        date_modified: "2024-03-04T05:06:07.890Z",
        authors: [{ name: "Dorset Council" }],
        tags: ["Buses & more"],
      },
    ]);
  });
});
