import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { db } from "#lib/data/db.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { bring, check } from "#tests/support/imports/importing.ts";
import { loadReferenceLists } from "#prisma/seed/reference.ts";
import { beforeAll } from "vitest";

const fixture = (name: string) => readFile(new URL(`../../fixtures/saved-listings/${name}`, import.meta.url));

beforeAll(() => loadReferenceLists());

/** Each signpost there is, by title. */
async function listSignposts() {
  const versions = await db.version.findMany({ include: { revisions: true }, orderBy: { createdAt: "asc" } });
  return versions.map(({ state, template, leadTopicId, leadSupportTypeId, revisions }) => ({
    ...{ state, template, lead: leadTopicId ?? leadSupportTypeId },
    ...(revisions[0]?.answers as Answers),
  })) as unknown as { title: string; summary: string; council?: string; topics: string[]; lead: string | null }[];
}

const councils: Record<string, string | undefined> = {
  "Barking and Dagenham music education hub": "barking-and-dagenham",
  "Connecting Milton Keynes's 280 miles of cycling and walking routes": "milton-keynes",
  "Derbyshire County Council: Using ‘creative mentoring’ to support looked after children": "derbyshire",
  "Attracting visitors and building pride of place - Calderdale Council": "calderdale",
  "Growing the creative economy in Thanet, Kent": "thanet",
  "Broxbourne: In-house service delivery": "broxbourne",
  "Wirral: Aiming for self suffiency in sports provision by 2020": "wirral",
  "East Riding of Yorkshire: provides sport, play, arts and leisure services inhouse": "east-riding-of-yorkshire",
  "Oxford In-house sports and physical activity development": "oxford",
  "Three Rivers: In-house sports and leisure facilities improve health and wellbeing of residents": "three-rivers",
  "Libraries providing a lifeline: Libraries from Home": undefined,
  "Barnsley Museums: Staying safe and engaged - Barnsley Council": "barnsley",
  "Digital Bootcamp: Building skills to enable local sporting and activity groups to get more people active": undefined,
  "How St Helens Library Service positively impacts on speech, language and communication outcomes for children":
    "st-helens",
  "Staffordshire Libraries Online History Festival": "staffordshire",
  "Vision Redbridge Culture and Leisure - Fit, Fed and Read": "redbridge",
  "Libraries of Sanctuary: Changing perceptions of refugees in Southampton": "southampton",
  "Dorset Council Libraries: Toddler Time and Talk": "dorset",
  "Playground offers gentle creative play sessions for babies": undefined,
  "Tameside Story Makers": "tameside",
};

test("both saved lists become twenty signposts, with their councils where they name one, and nothing said twice", async () => {
  const culture = await bring(await fixture("culture.txt"), {
    ...{ actor: null, source: "Saved list", topicId: "culture-tourism-leisure-and-sport" },
  });
  const libraries = await bring(await fixture("libraries.txt"), {
    ...{ actor: null, source: "Saved list", topicId: "libraries" },
  });
  expect([culture.counts.new, libraries.counts.new]).toEqual([10, 10]);

  const signposts = await listSignposts();
  expect(Object.fromEntries(signposts.map(({ title, council }) => [title, council]))).toEqual(councils);
  const found = (title: string) => signposts.find((one) => one.title.startsWith(title));
  expect(found("Vision Redbridge")?.lead).toBe("efficiency-and-income-generation");
  for (const title of ["Dorset Council", "Playground", "Tameside"])
    expect(found(title)).toMatchObject({ lead: "early-years", topics: ["early-years", "libraries"] });
  expect(found("Broxbourne")?.topics).toEqual(["culture-tourism-leisure-and-sport"]);
  expect(found("Libraries of Sanctuary")?.summary).toBe(
    "This case study explains how Southampton City Libraries became a Library of Sanctuary in October 2020. This case study forms part of the Culture Hub.",
  );

  const said = (title: string) =>
    [...culture.rows, ...libraries.rows]
      .find((row) => row.title.startsWith(title))
      ?.findings.map(({ column, message }) => `${column}: ${message}`);
  for (const title of ["Libraries providing", "Digital Bootcamp", "Playground"])
    expect(said(title)).toContain("council: It names no council in the list. Give the council or the organisation.");
  expect(said("Tameside")).toEqual(["source: Give the address of the whole text"]);
  expect(said("Dorset Council")).toContain("summary: Summary must be 300 characters or fewer");
  expect(libraries.notes.join()).toContain("Save the page as HTML");
  expect(await db.letter.count()).toBe(0);

  const again = await check(await fixture("culture.txt"), {
    ...{ actor: null, source: "Saved list", topicId: "culture-tourism-leisure-and-sport" },
  });
  expect(again.counts.unchanged).toBe(10);
});
