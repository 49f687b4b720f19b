import { beforeAll, describe, expect, test } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { setLeadTerm } from "#lib/commands/directory/set-lead-term.ts";
import { listCards, listCardsOf, listPublished } from "#lib/data/directory/listings.ts";
import { everything, pageSize, sorts, type ListingQuery } from "#lib/domain/listing/query.ts";
import { aDirectory } from "#tests/support/directory.ts";
import type { Entry } from "#tests/support/naive-listing.ts";
import { aVersion } from "#tests/support/versions.ts";

let entries: Entry[];

beforeAll(async () => {
  entries = await aDirectory(27);
});

async function allPages(query: ListingQuery) {
  const pages = [];
  for (const page of [1, 2, 3, 4, 5]) pages.push(await listCards({ ...query, page }));
  return pages;
}

describe("pages of ten", () => {
  test.each(sorts.map(({ key }) => key))("by %s show everything exactly once", async (sort) => {
    const pages = await allPages({ ...everything, sort });
    expect(pages.map((cards) => cards.length)).toEqual([pageSize, pageSize, 7, 0, 0]);
    expect(new Set(pages.flat().map(({ slug }) => slug)).size).toBe(27);
    expect(new Set(entries.map(({ publishedAt }) => publishedAt.getTime())).size, "some share a day").toBeLessThan(27);
  });

  test("oldest first is newest first the other way round", async () => {
    const slugs = async (sort: "newest" | "oldest") =>
      (await allPages({ ...everything, sort })).flat().map(({ slug }) => slug);
    expect(await slugs("oldest")).toEqual((await slugs("newest")).toReversed());
  });

  test("a page far beyond the end is empty and the total stays", async () => {
    expect(await listPublished({ ...everything, page: 999_999 })).toMatchObject({ cards: [], total: 27 });
  });
});

test("titles are sorted without case, quotes, accents or a leading article", async () => {
  const topics = ["cyber"];
  const inOrder = [
    "“Aardvark” crossing",
    "A bench for every street",
    "‘Cohesion’ in three towns",
    "école et village",
    "The Farm gate",
    "an island ferry",
    "Theatre on wheels",
    "’Tis the season",
    "zoning",
  ];
  for (const title of inOrder.toReversed()) await aVersion("published", { title, topics });
  const cards = await listCards({ ...everything, topic: topics, sort: "title" });
  expect(cards.map(({ title }) => title)).toEqual(inOrder);
});

describe("a card", () => {
  test("says what it is about, whose it is, when it came and how it ended", async () => {
    const now = new Date("2024-05-06T07:08:09Z");
    const facts = { title: "A card of its own", summary: "In two words.", council: "leeds", outcome: "did-not-work" };
    const { id, editor } = await aVersion("published", facts, now);
    const { council: _, ...shown } = facts;
    const place = { councilName: "Leeds", councilSlug: "leeds", councilType: "metropolitan" };
    const card = { ...shown, ...place, slug: "a-card-of-its-own", template: "case-study-1", picture: null };
    expect(await listCardsOf([card.slug])).toEqual([{ ...card, publishedAt: now, lead: null }]);

    await setLeadTerm({ id, term: { topicId: "early-years" }, actor: editor });
    const lead = { group: "topic", slug: "early-years", name: "Early Years" };
    expect(await listCardsOf([card.slug])).toEqual([expect.objectContaining({ lead })]);
    const listed = await listCards({ ...everything, council: ["leeds"] }, 100);
    expect(listed.find(({ slug }) => slug === card.slug)).toEqual({ ...card, publishedAt: now, lead });
  });

  test("that leads to a support type says so", async () => {
    const { id, editor } = await aVersion("published", { title: "Led by support" });
    await setLeadTerm({ id, term: { supportTypeId: "efficiency-and-income-generation" }, actor: editor });
    expect(await listCardsOf(["led-by-support"])).toEqual([
      expect.objectContaining({
        lead: {
          group: "support",
          slug: "efficiency-and-income-generation",
          name: "Efficiency and income generation",
        },
      }),
    ]);
  });
});

test("cards asked for by name come in the order they were named in, without what is not published", async () => {
  for (const title of ["Named one", "Named two", "Named three"]) await aVersion("published", { title });
  const { id, editor } = await aVersion("published", { title: "Named but gone" });
  await moveVersion({ id, basedOn: 1, move: "withdraw", actor: editor, reason: "A mistake" });
  const asked = ["named-three", "named-but-gone", "named-one", "never-was", "named-two"];
  expect((await listCardsOf(asked)).map(({ slug }) => slug)).toEqual(["named-three", "named-one", "named-two"]);
  expect(await listCardsOf([])).toEqual([]);
});
