import { describe, expect, test } from "vitest";
import { errorIn } from "#lib/domain/catalogue/collection-form.ts";
import { readCouncil, type TypedCouncil } from "#lib/domain/catalogue/councils/council-form.ts";
import { readDay } from "#lib/domain/catalogue/councils/day.ts";
import { readEnd } from "#lib/domain/catalogue/councils/end-form.ts";
import { councilMeant, whichCouncil } from "#lib/domain/council-names.ts";

const named = (id: string, name: string, unlisted = false) => ({
  id,
  name,
  shortName: name.split(" ")[0] ?? "",
  unlisted,
});
const councils = [
  named("kent", "Kent County Council"),
  named("devon", "Devon County Council"),
  named("old-kent", "Kentish Council", true),
];

describe("a day", () => {
  test.each([
    ["2027-03-31", "2027-03-31"],
    ["31 March 2027", "2027-03-31"],
    ["1 apr 2027", "2027-04-01"],
    ["31/3/2027", "2027-03-31"],
    ["31 February 2027", null],
    ["2027-13-01", null],
    ["March 2027", null],
    ["", null],
    ["never", null],
  ])("%j is %j", (text, day) => {
    expect(readDay(text)).toBe(day);
  });
});

describe("the form about a council", () => {
  const typed: TypedCouncil = {
    ...{ name: " Newshire  Council ", shortName: "Newshire", type: "unitary", place: "south-west", sizeBand: "" },
    ...{ ruralUrban: "mixed", endedOn: "", predecessors: "Kent\r\n\r\nDevon County Council\nkent", successors: "" },
  };

  test("says what it says", () => {
    expect(readCouncil(typed, councils)).toEqual({
      errors: {},
      values: {
        ...{
          name: "Newshire Council",
          shortName: "Newshire",
          type: "unitary",
          nation: "England",
          region: "South West",
        },
        ...{ sizeBand: null, ruralUrban: "mixed", endedOn: null, predecessors: ["kent", "devon"], successors: [] },
      },
    });
    expect(readCouncil({ ...typed, place: "wales" }, councils).values).toMatchObject({ nation: "Wales", region: null });
    expect(readCouncil({ ...typed, place: "england" }, councils).values).toMatchObject({
      nation: "England",
      region: null,
    });
  });

  test.each([
    ["name", "", "Enter its whole name"],
    ["shortName", "x".repeat(121), "It must be 120 characters or fewer"],
    ["type", "circus", "Choose its type"],
    ["place", "", "Choose where it is"],
    ["sizeBand", "huge", "Choose a size from the list"],
    ["endedOn", "soon", "Enter a day that there is, such as 31 March 2027"],
    ["predecessors", "County", "Choose one council: Kent County Council or Devon County Council"],
    ["successors", "Atlantis", "Choose one council: “Atlantis” is not the name of one"],
  ] as const)("%s cannot be %j", (field, value, message) => {
    expect(readCouncil({ ...typed, [field]: value }, councils)).toEqual({ errors: { [field]: message }, values: null });
  });
});

test("a council that ends does not come after itself", () => {
  const end = { day: "31 March 2027", others: "Devon", successors: "Kent" };
  expect(readEnd("x", end, councils).values).toEqual({
    ids: ["x", "devon"],
    endedOn: "2027-03-31",
    successors: ["kent"],
  });
  expect(readEnd("kent", end, councils).errors.map(({ field }) => field)).toEqual(["successors"]);
});

test("a council that is not offered is meant by its whole name alone, and never suggested", () => {
  expect(councilMeant("Kentish Council", councils)).toBe("old-kent");
  expect(councilMeant("old-kent", councils)).toBe("old-kent");
  expect(councilMeant("Kentish", councils)).toBeNull();
  expect(councilMeant("kent", councils)).toBe("kent");
  expect(whichCouncil("Council", councils)).toBe("Choose one council: Kent County Council or Devon County Council");
});

test("a collection has a name and no more words than its page holds", () => {
  expect(errorIn({ name: "", introduction: "" })).toEqual({ name: "Enter a name" });
  expect(errorIn({ name: "x".repeat(101), introduction: "y".repeat(601) })).toEqual({
    name: "The name must be 100 characters or fewer",
    introduction: "The introduction must be 600 characters or fewer",
  });
  expect(errorIn({ name: "Warm homes", introduction: "Why." })).toEqual({});
});
