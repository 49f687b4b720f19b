import { describe, expect, test } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { addCollection } from "#lib/commands/catalogue/collections/add-collection.ts";
import { findByAddress } from "#lib/data/directory/case-studies.ts";
import { countFromCouncil, listCouncilsWithCaseStudies } from "#lib/data/directory/councils.ts";
import { db } from "#lib/data/db.ts";
import { countPublished, listCards, listCardsOf } from "#lib/data/directory/listings.ts";
import { findCollection, listCollections } from "#lib/data/directory/terms.ts";
import { everything } from "#lib/domain/listing/query.ts";
import type { Move } from "#lib/domain/workflow/moves.ts";
import { aNextVersion } from "#tests/support/next-versions.ts";
import { snapshot } from "#tests/support/snapshot.ts";
import { aVersion, type AVersion } from "#tests/support/versions.ts";

const rowOf = ({ caseStudyId }: AVersion) => db.listing.findUnique({ where: { caseStudyId } });
const move = ({ id, editor }: AVersion, name: Move, now = new Date()) =>
  moveVersion({ id, basedOn: 1, move: name, actor: editor, reason: "For a reason", now });
const total = async (query = {}) => (await countPublished({ ...everything, ...query })).total;

test("the row says what was published", async () => {
  const answers = {
    title: "The “Quiet” hour",
    topics: ["libraries", "youth"],
    supportTypes: ["training", "culture-hub"],
  };
  const version = await aVersion("published", answers, new Date("2024-03-04T05:06:07Z"));
  expect(await rowOf(version)).toEqual({
    caseStudyId: version.caseStudyId,
    number: expect.any(Number) as number,
    slug: "the-quiet-hour",
    template: "case-study-1",
    title: "The “Quiet” hour",
    titleSort: "quiet hour",
    summary: "Three towns shared one late timetable for twelve weekends.",
    councilId: "dorset",
    councilSlug: "dorset",
    councilName: "Dorset",
    councilType: "unitary",
    region: "south-west",
    partnerIds: [],
    topics: ["children-and-young-people", "culture-tourism-leisure-and-sport", "libraries", "youth"],
    support: ["culture-hub", "training"],
    collections: [],
    outcome: "mixed",
    cost: "10k-50k",
    evidence: "before-and-after",
    month: "2024-03",
    publishedAt: new Date("2024-03-04T05:06:07Z"),
    leadKey: null,
    leadSlug: null,
    leadName: null,
    pictureId: null,
  });
});

test("the month is the one that the date on the page lies in, also in the last hour of June", async () => {
  const version = await aVersion("published", {}, new Date("2024-06-30T23:30:00Z"));
  expect(await rowOf(version)).toMatchObject({ month: "2024-07" });
});

describe("every move that changes what is public brings the row along", () => {
  test("withdraw takes it out, restore brings the same row back, unpublish takes it out for good", async () => {
    const version = await aVersion("published", {}, new Date("2023-01-02T03:04:05Z"));
    const row = await rowOf(version);
    await move(version, "withdraw");
    expect(await rowOf(version)).toBeNull();
    await move(version, "restore");
    expect(await rowOf(version)).toEqual({ ...row, number: expect.any(Number) as number });
    await move(version, "unpublish");
    expect(await rowOf(version)).toBeNull();
  });

  test("the next version changes its words and keeps its address and its date", async () => {
    const first = await aVersion("published", { title: "Called this" }, new Date("2023-02-03T04:05:06Z"));
    const row = await rowOf(first);
    const next = await aNextVersion(first);
    await db.$transaction([
      db.$executeRaw`set local casebook.redacting = 'on'`,
      db.$executeRaw`update "Revision" set "answers" = "answers" || '{"title": "Called that", "topics": ["arts"]}' where "versionId" = ${next.id}::uuid`,
    ]);
    const steps = [
      ["submit", next.author],
      ["take", next.editor],
      ["accept", next.editor],
      ["publish", next.editor],
    ] as const;
    for (const [name, actor] of steps) {
      expect(await rowOf(first), `before ${name}`).toEqual(row);
      await moveVersion({ id: next.id, basedOn: 1, move: name, actor });
    }
    const topics = ["arts", "culture-tourism-leisure-and-sport"];
    expect(await rowOf(first)).toEqual({ ...row, title: "Called that", titleSort: "called that", topics });
  });

  test("in the same transaction: when its end fails, state, history, letters and row are as they were (V2.3.3)", async () => {
    const [accepted, published] = [await aVersion("accepted"), await aVersion("published")];
    await db.$executeRaw`alter table "Generation" add constraint "for_this_test" check ("number" < 0) not valid`;
    const before = await snapshot();
    await expect(move(accepted, "publish")).rejects.toThrow(/for_this_test/);
    await expect(move(published, "withdraw")).rejects.toThrow(/for_this_test/);
    await db.$executeRaw`alter table "Generation" drop constraint "for_this_test"`;
    expect(await snapshot()).toEqual(before);
    expect(await move(accepted, "publish")).toMatchObject({ ok: true });
  });
});

test("what is withdrawn is in no list and no count, and its page stays", async () => {
  const version = await aVersion("published", { title: "Found wrong", council: "orkney-islands", topics: ["cyber"] });
  const introduction = "One of them.";
  await addCollection({ name: "One", introduction, caseStudyIds: [version.caseStudyId], actor: version.editor });
  const places = async () => ({
    all: await total(),
    topic: await total({ topic: ["digital-and-technology"] }),
    option: (await countPublished(everything)).counts.collection.get("one") ?? 0,
    searched: await total({ q: "Orkney" }),
    cards: (await listCards(everything, 1000)).filter(({ slug }) => slug === "found-wrong").length,
    asked: (await listCardsOf(["found-wrong"])).length,
    council: await countFromCouncil("orkney-islands"),
    councils: (await listCouncilsWithCaseStudies()).filter(({ slug }) => slug === "orkney-islands").length,
    collection: (await findCollection("one"))?.slugs.length,
    collections: (await listCollections()).find(({ slug }) => slug === "one")?.count,
  });
  const before = await places();
  const none = Object.fromEntries(Object.keys(before).map((place) => [place, 0]));
  expect(before).toEqual({ ...Object.fromEntries(Object.keys(none).map((place) => [place, 1])), all: before.all });
  await move(version, "withdraw");
  expect(await places()).toEqual({ ...none, all: before.all - 1 });
  expect(await findByAddress("found-wrong")).toMatchObject({ kind: "page" });
});
