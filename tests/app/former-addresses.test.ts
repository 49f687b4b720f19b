import { isValidElement } from "react";
import { beforeAll, describe, expect, test } from "vitest";
import { GET as getApi } from "#app/api/v1/case-studies/route.ts";
import { GET as getCouncils } from "#app/api/v1/councils/route.ts";
import CollectionPage from "#app/(public)/collections/[slug]/page.tsx";
import CouncilPage from "#app/(public)/councils/[slug]/page.tsx";
import CaseStudiesPage from "#app/(public)/case-studies/page.tsx";
import { GET as getAtom } from "#app/(public)/case-studies.atom/route.ts";
import { GET as getCsv } from "#app/(public)/case-studies.csv/route.ts";
import { GET as getJson } from "#app/(public)/case-studies.json/route.ts";
import { addCollection } from "#lib/commands/catalogue/collections/add-collection.ts";
import { changeCollection } from "#lib/commands/catalogue/collections/change-collection.ts";
import { retireCollection } from "#lib/commands/catalogue/collections/retire-collection.ts";
import { completeListing } from "#lib/commands/directory/complete-listing.ts";
import { mergeCouncil } from "#lib/commands/catalogue/councils/merge-council.ts";
import { oweProjections } from "#lib/data/catalogue/owed-projections.ts";
import { db } from "#lib/data/db.ts";
import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { readFilters } from "#lib/domain/alerts/query.ts";
import { aPerson } from "#tests/support/people.ts";
import { aVersion } from "#tests/support/versions.ts";

beforeAll(async () => {
  const actor = await aPerson("editor");
  const { caseStudyId } = await aVersion("published", { council: "torridge", title: "Of the river" });
  await addCollection({ name: "Old name", introduction: "", caseStudyIds: [caseStudyId], actor });
  await changeCollection({ id: "old-name", values: { name: "New name" }, actor });
  for (const name of ["Gone", "Gone elsewhere"]) await addCollection({ name, introduction: "", actor });
  await retireCollection({ id: "gone", leadsTo: "", actor });
  await retireCollection({ id: "gone-elsewhere", leadsTo: "/topics/energy", actor });
  await mergeCouncil({ id: "torridge", intoId: "north-devon", actor });
});

const asked = (address: string) =>
  new Request(new URL(address, "http://localhost"), { headers: { host: "localhost" } });
const sent = async (answer: Promise<Response>) => {
  const { status, headers } = await answer;
  return [status, headers.get("location")];
};

describe("old addresses of a council and a collection lead to the ones they have, for good", () => {
  test.each([
    [getAtom, "/case-studies.atom?council=torridge", "/case-studies.atom?council=north-devon"],
    [getJson, "/case-studies.json?collection=old-name&q=river", "/case-studies.json?q=river&collection=new-name"],
    [getCsv, "/case-studies.csv?council=torridge&council=leeds", "/case-studies.csv?council=leeds&council=north-devon"],
    [getCsv, "/case-studies.csv?like=torridge", "/case-studies.csv?like=north-devon"],
    [getApi, "/api/v1/case-studies?council=torridge", "/api/v1/case-studies?council=north-devon&limit=20"],
    [getApi, "/api/v1/case-studies?collection=old-name&limit=3", "/api/v1/case-studies?collection=new-name&limit=3"],
  ])("%#: %s", async (handler, address, location) => {
    expect(await sent(handler(asked(address)))).toEqual([301, location]);
  });

  /** What a page tells the gate, once the parts it is made of that read something have been read. */
  async function directiveOf(element: unknown): Promise<unknown> {
    if (!isValidElement<Record<string, unknown>>(element)) return null;
    const { type, props } = element;
    if (typeof type === "function" && type.name === "Elsewhere")
      return directiveOf(await (type as (given: object) => Promise<unknown>)(props));
    return "status" in props ? [props["status"], props["location"] ?? null] : null;
  }
  const council = (slug: string) =>
    CouncilPage({ params: Promise.resolve({ slug }), searchParams: Promise.resolve({}) });
  const collection = (slug: string) =>
    CollectionPage({ params: Promise.resolve({ slug }), searchParams: Promise.resolve({}) });
  const listing = (search: Record<string, string | string[]>) =>
    CaseStudiesPage({ params: Promise.resolve({}), searchParams: Promise.resolve(search) });

  test("on their own pages", async () => {
    expect(await directiveOf(await council("torridge"))).toEqual([301, "/councils/north-devon"]);
    expect(await directiveOf(await council("atlantis"))).toEqual([404, null]);
    expect(await directiveOf(await collection("old-name"))).toEqual([301, "/collections/new-name"]);
    expect(await directiveOf(await collection("gone"))).toEqual([410, null]);
    expect(await directiveOf(await collection("gone-elsewhere"))).toEqual([301, "/topics/energy"]);
    expect(await directiveOf(await collection("never-was"))).toEqual([404, null]);
  });

  test("in the list, alone and among others", async () => {
    const moved = (search: Record<string, string | string[]>) => listing(search).then(directiveOf);
    expect(await moved({ council: "torridge" })).toEqual([301, "/case-studies?council=north-devon"]);
    const among = { council: ["leeds", "torridge", "north-devon"], collection: "old-name", sort: "title" };
    expect(await moved(among)).toEqual([
      301,
      "/case-studies?council=leeds&council=north-devon&collection=new-name&sort=title",
    ]);
  });

  test("and an alert goes on finding what it was set for, unless that is retired", async () => {
    const catalogue = await getCatalogue();
    expect(readFilters("council=torridge&collection=old-name", catalogue)).toMatchObject({
      ...{ query: { council: ["north-devon"], collection: ["new-name"] }, lost: [], void: false },
    });
    expect(readFilters("collection=gone", catalogue)).toMatchObject({ void: true });
  });

  test("and programs find one entry, with everything it published", async () => {
    const { items } = (await (await getCouncils(asked("/api/v1/councils"))).json()) as {
      items: { slug: string; count: number }[];
    };
    expect(items.find(({ slug }) => slug === "torridge")).toBeUndefined();
    expect(items.find(({ slug }) => slug === "north-devon")).toMatchObject({ count: 1 });
  });
});

test("rows that were to follow a change when something ended it are written later", async () => {
  const { caseStudyId } = await aVersion("published", { council: "leeds" });
  await db.listing.update({ where: { caseStudyId }, data: { councilName: "What it was" } });
  await oweProjections(db, [caseStudyId]);
  expect(await completeListing()).toBe(1);
  expect(await db.listing.findUnique({ where: { caseStudyId } })).toMatchObject({ councilName: "Leeds" });
  expect(await completeListing()).toBe(0);
});
