import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { countPublished, listPublished } from "#lib/data/directory/listings.ts";
import { groupKeys, type Catalogue, type GroupKey } from "#lib/domain/listing/groups.ts";
import { offered } from "#lib/domain/listing/offered.ts";
import { everything, pageSize, sorts, type ListingQuery } from "#lib/domain/listing/query.ts";
import { aDirectory, rareWords } from "#tests/support/directory.ts";
import { belongs, councils, pageOf, topicParents, valuesOf, type Entry } from "#tests/support/naive-listing.ts";
import { often } from "#tests/support/thorough.ts";

let entries: Entry[];
let catalogue: Catalogue;

beforeAll(async () => {
  entries = await aDirectory(40);
  catalogue = await getCatalogue();
});

/** Choices that find something, beside some that find nothing. */
const choices: Record<GroupKey, string[]> = {
  topic: [...Object.keys(topicParents), "children-and-young-people", "democracy"],
  support: ["peer-challenge", "culture-hub", "grant-funding", "sustainability"],
  region: ["south-west", "south-east", "london", "scotland", "north-east"],
  council: [...Object.keys(councils), "birmingham"],
  type: ["unitary", "county", "district", "welsh", "fire"],
  collection: ["every-third", "every-seventh"],
  outcome: ["worked", "mixed", "did-not-work"],
  cost: ["under-10k", "10k-50k", "over-1m", "no-extra-cost"],
  evidence: ["description", "comparison", "independent"],
};

// Most groups of a real query are empty, and a query that chooses in all of them finds nothing.
const chosen = (group: GroupKey) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.subarray(choices[group], { minLength: 1 }) },
  );
const month = fc.option(
  fc.tuple(fc.integer({ min: 2020, max: 2026 }), fc.integer({ min: 1, max: 12 })).map(([year, number]) => {
    return `${year}-${String(number).padStart(2, "0")}`;
  }),
  { freq: 2 },
);

const queries = fc.record({
  ...(Object.fromEntries(groupKeys.map((group) => [group, chosen(group)])) as Record<GroupKey, fc.Arbitrary<string[]>>),
  q: fc.oneof(
    { weight: 3, arbitrary: fc.constant("") },
    { weight: 1, arbitrary: fc.subarray(rareWords, { minLength: 1, maxLength: 2 }).map((words) => words.join(" ")) },
  ),
  like: fc.option(fc.constantFrom("dorset", "kent", "camden"), { freq: 2, nil: null }),
  from: month,
  to: month,
  sort: fc.constantFrom(...sorts.map(({ key }) => key)),
  page: fc.constantFrom(1, 1, 1, 2, 3, 99),
}) satisfies fc.Arbitrary<ListingQuery>;

const total = (query: ListingQuery) => entries.filter((entry) => belongs(entry, query)).length;

/** For every option there is, how many a reader would count with that option alone in its group. */
function naiveCounts(query: ListingQuery) {
  return groupKeys.flatMap((group) => {
    const others = entries.filter((entry) => belongs(entry, { ...query, [group]: [] }));
    const values = others.flatMap((entry) => [...new Set(valuesOf(entry, group))]);
    return catalogue[group].map(({ slug }) => `${group} ${slug} ${values.filter((value) => value === slug).length}`);
  });
}

describe("any query at all", () => {
  test("lists and counts what a reader would who looked at each case study in turn", async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(queries, fc.nat(), fc.nat(), async (query, first, second) => {
        const listed = await listPublished(query);
        const slugs = listed.cards.map(({ slug }) => slug);

        expect(listed.total).toBe(total(query));
        if (query.sort === "relevance") {
          expect(slugs).toHaveLength(Math.max(0, Math.min(pageSize, listed.total - (query.page - 1) * pageSize)));
          expect(entries.filter((entry) => slugs.includes(entry.slug) && !belongs(entry, query))).toEqual([]);
        } else expect(slugs).toEqual(pageOf(entries, query));

        const counted = groupKeys.flatMap((group) =>
          catalogue[group].map(({ slug }) => `${group} ${slug} ${listed.counts[group].get(slug) ?? 0}`),
        );
        expect(counted).toEqual(naiveCounts(query));
        for (const group of ["council", "collection"] as const) offersTheLargest(query, group, listed.counts[group]);
        for (const index of [first, second]) await askAgainWithOnly(query, index, listed.counts);
        found += listed.total;
      }),
      { numRuns: often(200, 1000) },
    );
    expect(found, "queries that find nothing prove nothing").toBeGreaterThan(500);
  });
});

/** A group with many options shows the chosen ones and none that is smaller than one it leaves out. */
function offersTheLargest(query: ListingQuery, group: GroupKey, counts: ReadonlyMap<string, number>) {
  const shown = offered(catalogue[group], query[group], counts).map(({ slug }) => slug);
  expect(shown).toEqual(expect.arrayContaining([...query[group]]));
  expect(new Set(shown).size).toBe(shown.length);
  const left = catalogue[group].filter(({ slug }) => !shown.includes(slug)).map(({ slug }) => counts.get(slug) ?? 0);
  const unchosen = shown.filter((slug) => !query[group].includes(slug)).map((slug) => counts.get(slug) ?? 0);
  expect(unchosen.length).toBeLessThanOrEqual(10);
  if (left.length) expect(Math.min(...unchosen, Infinity)).toBeGreaterThanOrEqual(Math.max(...left));
}

async function askAgainWithOnly(
  query: ListingQuery,
  index: number,
  counts: Awaited<ReturnType<typeof countPublished>>["counts"],
) {
  const group = groupKeys[index % groupKeys.length] ?? "topic";
  const slug = choices[group][Math.floor(index / groupKeys.length) % choices[group].length] ?? "";
  const alone = await countPublished({ ...query, [group]: [slug], page: 1 });
  expect(counts[group].get(slug) ?? 0, `${group} ${slug}`).toBe(alone.total);
}

test("the directory of this test is varied enough: every group has options that split it", () => {
  const splits = groupKeys.map((group) => new Set(entries.flatMap((entry) => valuesOf(entry, group))).size);
  expect(Math.min(...splits)).toBeGreaterThanOrEqual(2);
  expect(entries.filter(({ council }) => council === null).length).toBeGreaterThan(3);
});

test("choices within a group widen, and groups narrow each other", async () => {
  const count = async (query: Partial<ListingQuery>) => (await countPublished({ ...everything, ...query })).total;
  const [arts, buses] = [await count({ topic: ["arts"] }), await count({ topic: ["buses"] })];
  expect(await count({ topic: ["arts", "buses"] })).toBeGreaterThan(Math.max(arts, buses));
  expect(await count({ topic: ["arts"], outcome: ["worked"] })).toBeLessThan(arts);
  expect(await count({ topic: ["culture-tourism-leisure-and-sport"] })).toBeGreaterThan(arts);
  expect(await count({})).toBe(40);
});

test("months of publication are both included", async () => {
  const months = entries.map(({ publishedAt }) => publishedAt.toISOString().slice(0, 7));
  const [only = ""] = months;
  const { total: one } = await countPublished({ ...everything, from: only, to: only });
  expect(one).toBe(months.filter((one) => one === only).length);
  expect(one).toBeGreaterThan(0);
});

test("a choice that looks like SQL finds nothing and harms nothing", async () => {
  const hostile = `'; drop table "Listing"; --`;
  expect((await listPublished({ ...everything, topic: [hostile], council: ["{a,b}", '"', "\\"] })).total).toBe(0);
  expect((await countPublished(everything)).total).toBe(40);
});
