import { describe, expect, test } from "vitest";
import { chipsOf } from "#components/listing/chips.tsx";
import { stepsBack } from "#lib/domain/listing/chips.ts";
import { groupKeys } from "#lib/domain/listing/groups.ts";
import { everything, type ListingQuery } from "#lib/domain/listing/query.ts";
import { writeListing } from "#lib/domain/listing/write.ts";
import { catalogue } from "#tests/support/catalogue.ts";

const query = (changes: Partial<ListingQuery>): ListingQuery => ({ ...everything, ...changes });
const namesOf = (changes: Partial<ListingQuery>) =>
  chipsOf(query(changes), catalogue).map(({ name }) => name.replaceAll("\u00a0", " "));

describe("the filters in force", () => {
  test("are none on the whole list; words, a sort and a page are no filters to take off", () => {
    expect(namesOf({})).toEqual([]);
    expect(namesOf({ q: "bins", sort: "title", page: 3 })).toEqual([]);
  });

  test("are named by what was chosen, group after group, then the months", () => {
    expect(namesOf({ to: "2022-12", from: "2022-01", outcome: ["mixed"], topic: ["housing"] })).toEqual([
      "Housing",
      "Outcome: mixed",
      "From January 2022",
      "To December 2022",
    ]);
  });

  test("say which broader topic a narrower one stands in", () => {
    expect(namesOf({ topic: ["arts", "culture", "libraries"] })).toEqual([
      "Arts, in Culture",
      "Culture",
      "Libraries, in Culture",
    ]);
  });

  test("say their group where the value alone says little", () => {
    const named = { ...catalogue, evidence: [{ slug: "comparison", name: "Comparison" }] };
    const type = [{ slug: "london-borough", name: "London borough" }];
    const chips = chipsOf(query({ evidence: ["comparison"], type: ["london-borough"] }), { ...named, type });
    expect(chips.map(({ name }) => name)).toEqual(["Council type: London borough", "Evidence: comparison"]);
  });

  test("say which council the others are to be like, and without it are in an order there is", () => {
    const [chip] = chipsOf(query({ like: "dorset", sort: "likeness" }), catalogue);
    expect(chip).toMatchObject({ name: "Councils like dorset", rest: { like: null, sort: "newest" } });
  });

  test("name a choice that the catalogue has lost by its slug", () => {
    expect(namesOf({ collection: ["lost"] })).toEqual(["lost"]);
  });

  test("each lead to the query without that one, on its first page", () => {
    const full = query({
      q: "bins",
      topic: ["arts", "libraries"],
      region: ["wales"],
      from: "2022-01",
      to: "2022-12",
      sort: "title",
      page: 4,
    });
    const first = { ...full, page: 1 };
    expect(chipsOf(full, catalogue).map(({ rest }) => rest)).toEqual([
      { ...first, topic: ["libraries"] },
      { ...first, topic: ["arts"] },
      { ...first, region: [] },
      { ...first, from: null },
      { ...first, to: null },
    ]);
  });
});

describe("larger steps back than one filter", () => {
  const stepsOf = (changes: Partial<ListingQuery>) =>
    stepsBack(query(changes)).map(({ name, rest }) => `${name}: ${writeListing(rest)}`);

  test("let go of all filters of one kind or of two, and keep the words and the order", () => {
    expect(
      stepsOf({ topic: ["arts", "buses"], region: ["wales"], from: "2024-01", q: "bins", sort: "title", page: 2 }),
    ).toEqual([
      "without filters by topic: q=bins&region=wales&from=2024-01&sort=title",
      "without filters by topic and region or nation: q=bins&from=2024-01&sort=title",
      "without filters by topic and month: q=bins&region=wales&sort=title",
      "without filters by region or nation and month: q=bins&topic=arts&topic=buses&sort=title",
    ]);
  });

  test("never leave the whole directory, or an order without what it is by", () => {
    expect(stepsOf({ topic: ["arts"], region: ["wales"] })).toEqual([]);
    expect(stepsOf({ topic: ["arts"] })).toEqual([]);
    expect(stepsOf({ topic: ["arts"], cost: ["free"], like: "dorset", sort: "likeness" })).toEqual([
      "without filters by topic and cost: like=dorset",
      "without filters by topic and likeness: cost=free",
      "without filters by cost and likeness: topic=arts",
    ]);
  });

  test("are not so many that looking for them takes long", () => {
    const all = Object.fromEntries(groupKeys.map((key) => [key, ["a", "b"]]));
    expect(stepsOf(all).length).toBeLessThan(25);
  });
});
