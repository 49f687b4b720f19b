import { beforeEach, describe, expect, test } from "vitest";
import { addCouncil } from "#lib/commands/catalogue/councils/add-council.ts";
import { changeCouncil } from "#lib/commands/catalogue/councils/change-council.ts";
import { readValues, type CouncilValues } from "#lib/commands/catalogue/councils/council-values.ts";
import { endCouncils } from "#lib/commands/catalogue/councils/end-councils.ts";
import { digestOf } from "#lib/data/catalogue/digest.ts";
import { readFormerSlugs } from "#lib/data/catalogue/former-slugs.ts";
import { db } from "#lib/data/db.ts";
import { findCouncil } from "#lib/data/directory/councils.ts";
import { aPerson } from "#tests/support/people.ts";
import { snapshot } from "#tests/support/snapshot.ts";
import { undoLast } from "#tests/support/undoing.ts";
import { aVersion } from "#tests/support/versions.ts";

let actor: Awaited<ReturnType<typeof aPerson>>;
beforeEach(async () => {
  actor ??= await aPerson("editor");
});

const valuesOf = async (id: string): Promise<CouncilValues> => {
  const values = await readValues(db, id);
  if (!values) throw new Error(`There is no ${id}`);
  return values;
};
const change = async (id: string, values: Partial<CouncilValues>, basedOn?: string) =>
  changeCouncil({ id, values: { ...(await valuesOf(id)), ...values }, basedOn, actor });
const brandNew: CouncilValues = {
  ...{ name: "Newshire Council", shortName: "Newshire", type: "unitary", nation: "England", region: "South West" },
  ...{ sizeBand: "under-100k", ruralUrban: null, endedOn: null, predecessors: [], successors: [] },
};
/** All that readers and editors have of councils. What was public once stays an address, and every change stays in its list. */
async function standing() {
  const { FormerSlug: _, Generation: __, CatalogueChange: ___, ...rest } = await snapshot();
  return rest;
}
async function isTakenBack(what: () => Promise<{ ok: boolean }>) {
  const before = await standing();
  expect(await what()).toMatchObject({ ok: true });
  const after = await standing();
  expect(after).not.toEqual(before);
  expect(await undoLast("council")).toMatchObject({ ok: true });
  expect(await standing()).toEqual(before);
  return after;
}

describe("a council", () => {
  test("that is new is found under what people say, and taken back leaves nothing", async () => {
    await isTakenBack(() => addCouncil({ values: { ...brandNew, predecessors: ["north-devon", "torridge"] }, actor }));
    await addCouncil({ values: brandNew, actor });
    expect(await findCouncil("newshire")).toMatchObject({ name: "Newshire Council" });
    const again = { ...brandNew, name: "Newshire Combined Authority" };
    expect(await addCouncil({ values: again, actor })).toEqual({
      ok: true,
      value: { id: "newshire-combined-authority" },
    });
    expect(await addCouncil({ values: brandNew, actor })).toEqual({ ok: false, reason: "name-taken" });
  });

  test("that somebody has named cannot be taken back", async () => {
    await addCouncil({ values: { ...brandNew, name: "Oldshire Council", shortName: "Oldshire" }, actor });
    await aVersion("draft", { council: "oldshire" });
    expect(await undoLast("council")).toEqual({ ok: false, reason: "cannot" });
  });

  test("with a new name has a new address, to which the old one leads, and its case studies follow", async () => {
    const { caseStudyId } = await aVersion("published", { council: "torbay", title: "Of the bay" });
    const renamed = { name: "English Riviera Council", shortName: "English Riviera", region: "London", type: "county" };
    await isTakenBack(() => change("torbay", renamed));
    expect((await readFormerSlugs()).council.get("english-riviera")).toBe("torbay");
    expect(await change("torbay", renamed)).toEqual({ ok: true, value: { slug: "english-riviera" } });
    expect((await readFormerSlugs()).council.get("torbay")).toBe("english-riviera");
    expect(await db.listing.findUnique({ where: { caseStudyId } })).toMatchObject({
      ...{ councilId: "torbay", councilSlug: "english-riviera", councilName: "English Riviera" },
      ...{ region: "london", councilType: "county" },
    });
    expect(await change("torbay", { name: "Leeds City Council" })).toEqual({
      ok: false,
      reason: { why: "name-taken" },
    });
  });

  test("is not changed over what somebody else has changed meanwhile", async () => {
    const seen = digestOf({ ...(await valuesOf("plymouth")) });
    expect(await change("plymouth", { sizeBand: "over-600k" }, seen)).toMatchObject({ ok: true });
    expect(await change("plymouth", { sizeBand: "under-100k" }, seen)).toMatchObject({
      ok: false,
      reason: { why: "changed", now: { sizeBand: "over-600k" } },
    });
  });

  test("never comes to replace itself, over any number of others", async () => {
    expect(await change("exeter", { predecessors: ["exeter"] })).toEqual({ ok: false, reason: { why: "circle" } });
    await change("exeter", { successors: ["devon"] });
    expect(await change("devon", { successors: ["exeter"] })).toEqual({ ok: false, reason: { why: "circle" } });
    await isTakenBack(() => change("exeter", { successors: ["torbay", "plymouth"] }));
  });
});

describe("a reorganisation", () => {
  test("several become one: their case studies stay theirs and are shown with what replaced them", async () => {
    for (const council of ["babergh", "mid-suffolk", "suffolk"]) await aVersion("published", { council });
    const ids = ["babergh", "mid-suffolk"];
    await isTakenBack(() => endCouncils({ ids, endedOn: "2027-03-31", successors: ["suffolk"], actor }));
    await endCouncils({ ids, endedOn: "2027-03-31", successors: ["suffolk"], actor });
    const suffolk = await findCouncil("suffolk");
    expect(suffolk?.before.map(({ slug }) => slug)).toEqual(expect.arrayContaining(ids));
    expect(suffolk?.earlier).toEqual(ids);
    expect(await findCouncil("babergh")).toMatchObject({
      endedOn: new Date("2027-03-31"),
      after: [{ slug: "suffolk" }],
    });
    expect(await db.listing.count({ where: { councilId: { in: ids } } })).toBe(2);
  });

  test("one becomes several", async () => {
    const end = { ids: ["surrey"], endedOn: "2027-03-31", successors: ["woking", "guildford"], actor };
    await isTakenBack(() => endCouncils(end));
    await endCouncils(end);
    expect((await findCouncil("surrey"))?.after.map(({ slug }) => slug)).toEqual(["guildford", "woking"]);
  });

  test("no council replaces itself, and what there is not cannot end", async () => {
    const end = { ids: ["norfolk"], endedOn: "2027-03-31", actor };
    expect(await endCouncils({ ...end, successors: ["norfolk"] })).toEqual({ ok: false, reason: "circle" });
    expect(await endCouncils({ ...end, successors: ["atlantis"] })).toEqual({ ok: false, reason: "gone" });
  });
});

test("a contributor may change nothing", async () => {
  const somebody = await aPerson("contributor");
  const before = await snapshot();
  const values = await valuesOf("leeds");
  expect(await addCouncil({ values: brandNew, actor: somebody })).toMatchObject({ ok: false });
  expect(await changeCouncil({ id: "leeds", values: { ...values, name: "Mine" }, actor: somebody })).toMatchObject({
    ok: false,
  });
  const end = { ids: ["leeds"], endedOn: "2027-03-31", successors: [], actor: somebody };
  expect(await endCouncils(end)).toEqual({ ok: false, reason: "not-allowed" });
  expect(await snapshot()).toEqual(before);
});
