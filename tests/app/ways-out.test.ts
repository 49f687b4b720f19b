import { beforeAll, expect, test } from "vitest";
import { readWaysOut } from "#app/(public)/case-studies/ways-out.ts";
import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { listPublished } from "#lib/data/directory/listings.ts";
import { chipsOf } from "#lib/domain/listing/chips.ts";
import { defaultSort, everything, type ListingQuery } from "#lib/domain/listing/query.ts";
import { aVersion } from "#tests/support/versions.ts";

beforeAll(async () => {
  await aVersion("published", { title: "Night buses", topics: ["buses"], outcome: "mixed", cost: "10k-50k" });
  await aVersion("published", { title: "Late libraries", topics: ["libraries"], outcome: "worked", cost: "under-10k" });
});

async function waysOf(changes: Partial<ListingQuery>) {
  const query = { ...everything, ...changes };
  const asked = { ...query, sort: defaultSort(query) };
  expect((await listPublished(asked)).total).toBe(0);
  const found = await readWaysOut(asked, chipsOf(asked, await getCatalogue()), { exact: false });
  return { ...found, ways: found.ways.map(({ name, total }) => `${name} ${total}`) };
}

const apart = { topic: ["buses"], outcome: ["worked"], cost: ["over-1m"] };

test("a filter that alone keeps everything away is named, and nothing larger", async () => {
  const { ways, restart } = await waysOf({ topic: ["buses"], outcome: ["worked"] });
  expect(ways).toEqual(["without “Buses, in Transport” 1", "without “Outcome: worked” 1"]);
  expect(restart).toBe(false);
});

test("where no single one does, those of two kinds are, and the way to everything", async () => {
  const { ways, restart } = await waysOf(apart);
  expect(ways).toEqual(["without filters by topic and cost 1", "without filters by outcome and cost 1"]);
  expect(restart).toBe(true);
});

test("words have what they find alone as a way of their own, once", async () => {
  const { ways, near, restart } = await waysOf({ ...apart, q: "night" });
  expect(ways).toEqual(["without filters by outcome and cost 1", "with the words “night” alone 1"]);
  expect(near.map(({ title }) => title)).toHaveLength(1);
  expect(restart).toBe(true);
  const two = await waysOf({ topic: ["libraries"], outcome: ["mixed"], cost: ["over-1m"], support: [], q: "buses" });
  expect(two.ways.filter((way) => way.startsWith("with the words"))).toEqual(["with the words “buses” alone 1"]);
});

test("words are only said to become something where they do", async () => {
  expect(await waysOf({ q: "asdfghjkl" })).toMatchObject({ suggested: false, restart: false, ways: [] });
  expect((await waysOf({ q: '"zzzz qqqq" libr' })).suggested).toBe(true);
});
