import { describe, expect, test } from "vitest";
import type { CouncilChoice } from "#lib/domain/imports/cells/choices.ts";
import { councilNamed } from "#lib/domain/imports/saved-listing/council-named.ts";

const council = (name: string, shortName: string, type = "unitary", ended = false): CouncilChoice => ({
  ...{ id: shortName, slug: shortName, name, shortName, type, ended, successors: [] },
});
const councils = [
  council("Derby City Council", "Derby"),
  council("Derbyshire County Council", "Derbyshire", "county"),
  council("Kent County Council", "Kent", "county"),
  council("Thanet District Council", "Thanet", "district"),
  council("Reading Borough Council", "Reading"),
  council("St Helens Borough Council", "St Helens", "metropolitan"),
  council("Manchester City Council", "Manchester", "metropolitan"),
  council("Greater Manchester Combined Authority", "Greater Manchester", "combined-authority"),
  council("Adur District Council", "Adur", "district"),
  council("Worthing Borough Council", "Worthing", "district"),
  council("Milton Keynes City Council", "Milton Keynes"),
  council("London Borough of Redbridge", "Redbridge", "london-borough"),
  council("Dorset Council", "Dorset"),
  council("Dorset County Council", "Dorset County", "county", true),
  council("West Northamptonshire Council", "West Northamptonshire"),
  council("North Northamptonshire Council", "North Northamptonshire"),
];

describe("a council is found in a title in each of the ways that titles name one", () => {
  test.each([
    ["Derbyshire County Council: Using mentoring", "Derbyshire"],
    ["Building pride of place - Manchester Council", "Manchester"],
    ["Thanet: In-house service delivery", "Thanet"],
    ["Growing the creative economy in Thanet, Kent", "Thanet"],
    ["Derby In-house sports development", null],
    ["How St Helens Library Service changes lives", "St Helens"],
    ["Connecting Milton Keynes's 280 miles of routes", "Milton Keynes"],
    ["Connecting Milton Keynes’ routes", "Milton Keynes"],
    ["Vision Redbridge Culture and Leisure - Fit, Fed and Read", "Redbridge"],
    ["Changing perceptions in Derby", "Derby"],
    ["Dorset County Council: Bins", "Dorset County"],
    ["Dorset Council Libraries: Toddler Time", "Dorset"],
  ])("%s", (title, id) => {
    expect(councilNamed(title, "", councils).council?.id ?? null).toBe(id);
  });
});

describe("what is not sure is left to an editor, with what it could be", () => {
  test.each([
    ["Reading for pleasure", "", "The title may mean Reading Borough Council."],
    ["Adur and Worthing: one service", "", "It could be about Adur District Council or Worthing Borough Council."],
    ["Greater Manchester walks", "", "The title may mean Greater Manchester Combined Authority."],
    [
      "Northamptonshire: bins",
      "",
      "It could be about West Northamptonshire Council or North Northamptonshire Council.",
    ],
    [
      "Thanet: bins",
      "Kent County Council collects them.",
      "It could be about Thanet District Council or Kent County Council.",
    ],
    ["Libraries from Home", "Libraries Connected say so.", "It names no council in the list."],
    ["a new thanet", "", "It names no council in the list."],
  ])("%s", (title, summary, say) => {
    const named = councilNamed(title, summary, councils);
    expect(named.council).toBeNull();
    expect(named.say).toContain(say);
  });
});

test("a summary confirms a title, and names the council where the title names none", () => {
  expect(councilNamed("Reading for pleasure", "Reading Borough Council reads.", councils).council?.id).toBe("Reading");
  expect(councilNamed("Derby In-house sports", "Derby City Council’s team.", councils).council?.id).toBe("Derby");
  const { council: found, say } = councilNamed("Libraries", "Manchester City Council lends more books.", councils);
  expect([found?.id, say]).toEqual(["Manchester", "Manchester City Council is named in the summary only."]);
});
