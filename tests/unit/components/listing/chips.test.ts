import { describe, expect, test } from "vitest";
import { chipsOf } from "#components/listing/chips.tsx";
import { everything, type ListingQuery } from "#lib/domain/listing/query.ts";
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
