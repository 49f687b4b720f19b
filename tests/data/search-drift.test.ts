import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import pg from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import { completeListing } from "#lib/commands/directory/complete-listing.ts";
import { rebuildListing } from "#lib/commands/directory/rebuild-listing.ts";
import { addCollection } from "#lib/commands/catalogue/collections/add-collection.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import { countPublished, listCards } from "#lib/data/directory/listings.ts";
import { listDrift, refresh } from "#lib/data/search/keep.ts";
import { listRelated } from "#lib/data/search/related.ts";
import { everything } from "#lib/domain/listing/query.ts";
import type { Move } from "#lib/domain/workflow/moves.ts";
import { aNextVersion } from "#tests/support/next-versions.ts";
import { aVersion, walkTo, type AVersion } from "#tests/support/versions.ts";

const total = async (q: string) => (await countPublished({ ...everything, q })).total;
const move = ({ id, editor }: Pick<AVersion, "id" | "editor">, name: Move) =>
  moveVersion({ id, basedOn: 1, move: name, actor: editor, reason: "For a reason" });

const isPublished = async ({ id }: AVersion) =>
  (await db.version.findUniqueOrThrow({ where: { id } })).state === "published";

beforeEach(async () => {
  await db.$executeRaw`truncate "Listing" cascade`;
  await db.version.updateMany({ where: { state: "published" }, data: { state: "superseded" } });
});

test("a listing that was emptied leaves nothing behind, and is found again once it is rebuilt", async () => {
  await aVersion("published", { title: "An okapi at the gate" });
  expect(await total("okapi")).toBe(1);
  await db.$executeRaw`truncate "Listing" cascade`;
  expect(await total("okapi")).toBe(0);
  expect(await db.$queryRaw`select count(*)::int as n from search.posting`).toEqual([{ n: 0 }]);
  await rebuildListing();
  expect(await total("okapi")).toBe(1);
  expect(await listDrift()).toEqual([]);
});

describe("an unpublished word is nowhere from the commit on", () => {
  test.each<[string, (version: AVersion) => Promise<unknown>]>([
    ["by a move", (version) => move(version, "unpublish")],
    ["by withdrawing it", (version) => move(version, "withdraw")],
    ["by hand", ({ id }) => db.version.update({ where: { id }, data: { state: "unpublished" } })],
    [
      "by deleting it",
      async ({ caseStudyId }) => {
        await db.$executeRaw`select set_config('casebook.redacting', 'on', false)`;
        await db.$transaction([
          db.$executeRaw`select set_config('casebook.redacting', 'on', true)`,
          db.caseStudy.delete({ where: { id: caseStudyId } }),
        ]);
      },
    ],
  ])("%s", async (_, takeOut) => {
    const version = await aVersion("published", { title: "An axolotl in the fountain" });
    expect(await total("axolotl")).toBe(1);
    await takeOut(version);
    expect(await total("axolotl")).toBe(0);
    expect(await db.$queryRaw`select word from search.word where word = 'axolotl'`).toEqual([]);
    expect(await listDrift()).toEqual([]);
  });
});

test("a transaction that is rolled back changes nothing that is found", async () => {
  const { caseStudyId } = await aVersion("published", { title: "A pangolin on the pavement" });
  const undone = db.$transaction(async (tx) => {
    await tx.listing.update({ where: { caseStudyId }, data: { title: "A narwhal on the pavement" } });
    await tx.$executeRaw`set constraints all immediate`;
    throw new Error("no");
  });
  await expect(undone).rejects.toThrow("no");
  expect([await total("pangolin"), await total("narwhal")]).toEqual([1, 0]);
  expect(await listDrift()).toEqual([]);
});

test("publishing at once, with words shared, neither waits for ever nor miscounts", async () => {
  const versions = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      aVersion("accepted", { title: `Capybara number ${index}`, solution: "shared words in every order ".repeat(20) }),
    ),
  );
  const outcomes = await Promise.all(versions.map((version) => move(version, "publish")));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(12);
  expect(await total("capybara")).toBe(12);
  await Promise.all(versions.map((version, index) => move(version, index % 2 ? "unpublish" : "withdraw")));
  expect(await total("capybara")).toBe(0);
  expect(await listDrift()).toEqual([]);
});

test("whatever is published, edited, put in collections, withdrawn and taken down, in any order, the search keeps step", async () => {
  const words = ["quagga", "tapir", "wombat", "ibis", "lynx"];
  const step = fc.record({
    kind: fc.constantFrom("publish", "edit", "unpublish", "withdraw", "restore", "collect", "retag", "rebuild"),
    which: fc.nat(5),
    word: fc.constantFrom(...words),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
      const shown: AVersion[] = [];
      for (const { kind, which, word } of steps) {
        const version = shown[which % Math.max(1, shown.length)];
        if (kind === "publish" || !version) shown.push(await aVersion("published", { title: `The ${word} plan` }));
        else if (kind === "edit") {
          if (!(await isPublished(version))) continue;
          const next = await aNextVersion(version);
          await walkTo("published", next);
        } else if (kind === "collect")
          await addCollection({
            name: word,
            introduction: "",
            caseStudyIds: [version.caseStudyId],
            actor: version.editor,
          });
        else if (kind === "retag")
          await db.listing.updateMany({ where: { caseStudyId: version.caseStudyId }, data: { topics: [word] } });
        else if (kind === "rebuild") await rebuildListing();
        else await move(version, kind as Move);
      }
      expect(await listDrift()).toEqual([]);
      for (const word of words) {
        const naive = await db.listing.count({ where: { title: { contains: word } } });
        expect((await listCards({ ...everything, q: word, sort: "relevance" }, 100)).length, word).toBe(naive);
      }
    }),
    { numRuns: 5 },
  );
}, 120_000);

test("drift is seen, whatever has drifted, and a refresh or a rebuild mends it", async () => {
  const { caseStudyId } = await aVersion("published", { title: "A marmoset in the mayor’s parlour" });
  const harms = [
    () => db.$executeRaw`delete from search.posting where lexeme = 'marmoset'`,
    () => db.$executeRaw`update search.posting set frequency = 9 where lexeme = 'marmoset'`,
    () => db.$executeRaw`insert into search.posting values ('zzz', 1, 1, 1)`,
    () => db.$executeRaw`delete from search.word where word = 'marmoset'`,
    () => db.$executeRaw`update search.word set documents = 7 where word = 'marmoset'`,
    () => db.$executeRaw`update search.total set documents = documents + 1`,
    () => db.$executeRaw`delete from search.document`,
    () => db.$executeRaw`update search.document set words = ''`,
  ];
  for (const harm of harms) {
    await harm();
    expect(await listDrift(), String(harm)).not.toEqual([]);
    await rebuildListing();
    expect(await listDrift(), String(harm)).toEqual([]);
  }
  await db.$executeRaw`alter table "Listing" disable trigger user`;
  await db.listing.update({ where: { caseStudyId }, data: { title: "A gibbon in the mayor’s parlour" } });
  await db.$executeRaw`alter table "Listing" enable trigger user`;
  expect(await total("gibbon")).toBe(0);
  await refresh(caseStudyId);
  expect(await total("gibbon")).toBe(1);
});

describe("a rebuild beside everything else", () => {
  const connect = async () => {
    const client = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
    await client.connect();
    return client;
  };

  test.each(["unpublish", "withdraw"] as const)("brings back nothing that goes by %s while it reads", async (name) => {
    const version = await aVersion("published", { title: "An okapi on the roof" });
    const slow = await connect();
    // Every projection reads support types, so one that has begun waits there.
    await slow.query(`begin; lock table "SupportType" in access exclusive mode`);
    const rebuilding = rebuildListing();
    await setTimeout(300);
    const moved = move(version, name);
    await setTimeout(300);
    await slow.query("commit");
    await slow.end();
    await rebuilding;
    expect(await moved).toMatchObject({ ok: true });
    expect(await total("okapi")).toBe(0);
    expect(await listDrift()).toEqual([]);
  });

  test("leaves readers what there was until it is done", async () => {
    const { caseStudyId } = await aVersion("published", { title: "A tapir in the pond" });
    const { slug } = await db.listing.findUniqueOrThrow({ where: { caseStudyId } });
    const client = await connect();
    await client.query("begin; select search.rebuild()");
    expect(await total("tapir")).toBe(1);
    expect(await listRelated(slug)).toEqual([]);
    await client.query("commit");
    await client.end();
    expect(await total("tapir")).toBe(1);
    expect(await listDrift()).toEqual([]);
  });

  test("completes rows that came without words, and no others", async () => {
    const bare = await aVersion("published", { title: "Okapi" });
    await aVersion("published", { title: "Tapir" });
    await db.listingText.delete({ where: { caseStudyId: bare.caseStudyId } });
    expect([await total("okapi"), await total("tapir")]).toEqual([0, 1]);
    expect(await completeListing()).toBe(1);
    expect([await total("okapi"), await total("tapir")]).toEqual([1, 1]);
    expect(await completeListing()).toBe(0);
  });

  test("completes after a start what an older site has written without its partners", async () => {
    const { caseStudyId } = await aVersion("published", { partners: ["dorset"] });
    await db.$executeRaw`update "Listing" set "partnerIds" = null where "caseStudyId" = ${caseStudyId}::uuid`;
    const partners = async () => (await db.listing.findUniqueOrThrow({ where: { caseStudyId } })).partnerIds;
    expect([await completeListing(), await partners()]).toEqual([0, []]);
    expect([await completeListing({ afterStart: true }), await partners()]).toEqual([1, ["dorset"]]);
    expect(await completeListing({ afterStart: true })).toBe(0);
  });
});
