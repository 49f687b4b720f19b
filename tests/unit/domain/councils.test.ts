import { describe, expect, test } from "vitest";
import {
  councilTypeName,
  councilTypes,
  regionName,
  regions,
  regionSlug,
  ruralUrbanName,
  sizeBandName,
} from "#lib/domain/councils.ts";
import { slugOf } from "#lib/domain/slug.ts";

describe("where a council is", () => {
  test("is one of nine regions of England or three other nations, each with a slug made of its name", () => {
    expect(regions).toHaveLength(12);
    for (const { name, slug } of regions) expect(slug).toBe(slugOf(name));
    expect(new Set(regions.map(({ slug }) => slug)).size).toBe(12);
  });

  test("is its region in England, and its nation elsewhere", () => {
    expect(regionSlug("England", "Yorkshire and the Humber")).toBe("yorkshire-and-the-humber");
    expect(regionSlug("Wales", null)).toBe("wales");
    expect(regionSlug("Northern Ireland", null)).toBe("northern-ireland");
  });

  test("is unknown where no region is known", () => {
    expect(regionSlug("England", null)).toBeNull();
    expect(regionSlug("England", "Mercia")).toBeNull();
  });

  test("has a name for every slug and for no other", () => {
    for (const { name, slug } of regions) expect(regionName(slug)).toBe(name);
    expect([regionName(null), regionName("mercia"), regionName("England")]).toEqual([null, null, null]);
  });
});

test("every kind of council that the product knows has a slug made of its name", () => {
  expect(councilTypes.map(({ name }) => name)).toEqual([
    "County",
    "District",
    "Metropolitan",
    "London borough",
    "Unitary",
    "Scottish",
    "Welsh",
    "Northern Irish",
    "Combined authority",
    "Fire",
    "National park",
  ]);
  for (const { name, slug } of councilTypes) {
    expect(slug).toBe(slugOf(name));
    expect(councilTypeName(slug)).toBe(name);
  }
});

test("what nobody knows of a council has no name", () => {
  for (const nameOf of [councilTypeName, sizeBandName, ruralUrbanName]) {
    expect([nameOf(null), nameOf(""), nameOf("nonsense")]).toEqual([null, null, null]);
  }
  expect(sizeBandName("100k-200k")).toBe("100,000 to 200,000 people");
  expect(ruralUrbanName("mixed")).toBe("Urban and rural");
});

test("a name that every object has is not a size or a class (V15.3.6)", () => {
  for (const inherited of ["constructor", "toString", "__proto__"]) {
    expect([sizeBandName(inherited), ruralUrbanName(inherited)]).toEqual([null, null]);
  }
});
