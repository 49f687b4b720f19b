import { Prisma } from "#prisma/client/client.ts";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { rebuildListing } from "#lib/commands/directory/rebuild-listing.ts";
import { db } from "#lib/data/db.ts";
import { getGeneration, getState, publicly, raiseGeneration } from "#lib/data/generation.ts";
import { listAfter } from "#lib/data/directory/listing-pages.ts";
import { countTotal, listCards } from "#lib/data/directory/listings.ts";
import { getListing } from "#lib/data/listing/current.ts";
import { facets, type Listing } from "#lib/data/listing/listing.ts";
import { readChanges, readWhole } from "#lib/data/listing/rows.ts";
import { rebuild } from "#lib/data/search/keep.ts";
import { everything } from "#lib/domain/listing/query.ts";
import { during } from "#lib/ops/here.ts";
import { aDirectory } from "#tests/support/directory.ts";
import type { Entry } from "#tests/support/naive-listing.ts";
import { aPerson } from "#tests/support/people.ts";
import { aVersion } from "#tests/support/versions.ts";

let entries: Entry[];
beforeAll(async () => {
  entries = await aDirectory(40);
});

/** What the listing says, in a form that can be compared. */
const said = ({ all, options, newest, title }: Listing) => ({
  all: [...all.numbers],
  size: all.size,
  newest: [...newest.numbers],
  title: [...title.numbers],
  options: Object.fromEntries(
    facets.map((facet) => [
      facet,
      [...options[facet]]
        .filter(([, { size }]) => size > 0)
        .map(([option, { numbers, size }]) => [option, size, ...numbers])
        .toSorted(),
    ]),
  ),
});

/** Whether the listing that has been kept up to date is the one that is read whole. */
async function expectRight() {
  const kept = (await getListing()).listing;
  expect(said(kept)).toEqual(said((await readWhole()).listing));
}

/** Whether what is held was brought up to date by what changed, and not read whole. */
async function expectCaughtUp(change: () => Promise<unknown>) {
  const { listing: before } = await getListing();
  await change();
  const { listing } = await getListing();
  expect(listing, "read whole again").toBe(before);
  await expectRight();
}

const slugAt = (index: number) => entries[index]?.slug ?? "";
const findVersion = (slug: string) =>
  db.version.findFirstOrThrow({ where: { state: "published", caseStudy: { slug } } });

beforeEach(expectRight);

test("publishing, one after the other and several at once", async () => {
  await expectCaughtUp(() => aVersion("published", { title: "An early one" }, new Date("2021-01-01T12:00:00Z")));
  await expectCaughtUp(async () => {
    for (const title of ["zoo", "Aardvark", "A bench", "“Middle”", "an early one"])
      await aVersion("published", { title, topics: ["arts", "buses"] }, new Date("2022-02-02T12:00:00Z"));
  });
});

test("unpublishing, by an editor and by hand", async () => {
  const { id, latestRevision: basedOn } = await findVersion(slugAt(3));
  const actor = await aPerson("editor");
  await expectCaughtUp(() => moveVersion({ id, basedOn, move: "unpublish", actor, reason: "Not right." }));
  await expectCaughtUp(() => db.$executeRaw`delete from "Listing" where "slug" in (${slugAt(5)}, ${slugAt(6)})`);
  expect(await countTotal(everything)).toBe(await db.listing.count());
});

test("other tags, another title and another date", async () => {
  await expectCaughtUp(
    () => db.$executeRaw`update "Listing" set "topics" = '{youth}', "outcome" = null where "slug" = ${slugAt(8)}`,
  );
  await expectCaughtUp(
    () =>
      db.$executeRaw`update "Listing" set "titleSort" = reverse("titleSort"), "publishedAt" = now() - ("publishedAt" - '2000-01-01')`,
  );
});

test("all at once, as when councils are merged, and again as it was", async () => {
  await expectCaughtUp(() => db.$executeRaw`update "Listing" set "region" = 'wales', "councilSlug" = 'cardiff'`);
  await rebuildListing();
  await expectRight();
});

test("nothing but a new generation", async () => {
  await expectCaughtUp(() => publicly(raiseGeneration));
});

test("a change that was undone", async () => {
  await expectCaughtUp(() =>
    db
      .$transaction(async (tx) => {
        await tx.listing.deleteMany();
        throw new Error("Undone");
      })
      .catch(() => undefined),
  );
});

test("a statement by hand raises the generation, once for each transaction", async () => {
  const before = await getState();
  await db.$executeRaw`update "Listing" set "cost" = 'over-1m' where "slug" in (${slugAt(10)}, ${slugAt(11)})`;
  expect((await getState()).number).toBe(before.number + 1n);
  await db.$executeRaw`update "Listing" set "cost" = "cost"`;
  expect((await getState()).number, "nothing was changed").toBe(before.number + 1n);
});

/** As a restore or a logical subscription does, which no trigger sees. */
const unseen = (statement: Prisma.Sql) =>
  db.$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`;
    await tx.$executeRaw(statement);
  });

test("what no trigger saw is put right by a rebuild", async () => {
  await unseen(Prisma.sql`update "Listing" set "outcome" = 'worked' where "outcome" = 'mixed'`);
  await rebuild();
  await expectRight();
});

/** A row that nothing notes, a little newer than another. */
const addUnseen = (slug: string, beside: string) =>
  unseen(Prisma.sql`
    insert into "Listing" select (jsonb_populate_record(l, jsonb_build_object('caseStudyId', gen_random_uuid(), 'slug', ${slug}::text, 'title', ${slug}::text,
        'titleSort', l."titleSort" || 'a', 'publishedAt', l."publishedAt" + interval '1 second', 'number', nextval('"Listing_number_seq"')))).*
      from "Listing" l where "slug" = ${beside}`);

test("what comes to stand behind a row that no trigger saw is in its place", async () => {
  await aVersion("published", { title: "Newer" }, new Date("2022-06-01T12:00:00Z"));
  await getListing();
  await addUnseen("unseen", "newer");
  await aVersion("published", { title: "Behind" }, new Date("2022-06-01T11:59:59Z"));
  await aVersion("published", { title: "Newer ab" }, new Date("2022-06-01T12:00:00.500Z"));
  await expectRight();
});

test("a list goes on behind a row that no trigger saw, or is refused in time", async () => {
  await aVersion("published", { title: "Last of all" }, new Date("2019-06-01T12:00:00Z"));
  const all = { ...everything, sort: "oldest" as const };
  const { next } = await listAfter(all, null, 1);
  await addUnseen("unseen-too", "last-of-all");
  const { cards } = await listAfter(all, next, 3);
  expect(cards).toHaveLength(3);
  await rebuild();
});

test("a list goes on for a page of a generation since which something was changed", async () => {
  await during({ id: "a page", generation: await getGeneration() }, async () => {
    const { next } = await listAfter(everything, null, 5);
    await publicly(raiseGeneration);
    expect((await listAfter(everything, next, 5)).cards).toHaveLength(5);
  });
});

test("a generation that nothing noted is read whole, once", async () => {
  await unseen(Prisma.sql`update "Generation" set "number" = "number" + 1`);
  await expectRight();
  await unseen(Prisma.sql`update "Generation" set "number" = "number" - 3`);
  await expectRight();
  await aVersion("published", { title: "After a step back" });
  await expectRight();
});

test("a number that does not rise is no state to catch up with", async () => {
  await aVersion("published", { title: "The last before" });
  await db.$executeRaw`update "Generation" set "number" = "number"`;
  await expectRight();
  await aVersion("published", { title: "The first after" });
  await expectRight();
});

test("a text changed by hand is found by its words, and not by those it had", async () => {
  const { caseStudyId } = await db.listing.findFirstOrThrow();
  await db.listingText.update({ where: { caseStudyId }, data: { body: "An armadillo." } });
  expect(await countTotal({ ...everything, q: "armadillo" })).toBe(1);
  await db.listingText.update({ where: { caseStudyId }, data: { body: "A pangolin." } });
  expect(await countTotal({ ...everything, q: "armadillo" })).toBe(0);
});

test("a rebuild and publications do not stand in each other's way", async () => {
  const editor = await aPerson("editor");
  const accepted = [];
  for (let turn = 0; turn < 8; turn += 1)
    accepted.push(await aVersion("accepted", { title: `Beside a rebuild ${turn}` }));
  const publications = accepted.map(({ id, latestRevision: basedOn }) =>
    moveVersion({ id, basedOn, move: "publish", actor: editor }),
  );
  const rebuilds = [rebuild(), rebuild()];
  expect((await Promise.all(publications)).filter(({ ok }) => ok)).toHaveLength(8);
  await Promise.all(rebuilds);
  await expectRight();
});

test("a rebuild that changes nothing uses up no numbers", async () => {
  const highest = async () => (await db.listing.aggregate({ _max: { number: true } }))._max.number ?? 0;
  const before = await highest();
  await rebuildListing();
  await aVersion("published", { title: "After a rebuild" });
  expect((await highest()) - before).toBeLessThan(5);
});

test("a database with another past is read whole", async () => {
  const { listing: before } = await getListing();
  const state = await getState();
  await db.$executeRaw`update search.generation set stamp = gen_random_uuid() where number = ${state.number}`;
  await db.$executeRaw`alter table "Listing" disable trigger user`;
  await db.$executeRaw`update "Listing" set "evidence" = 'independent'`;
  await db.$executeRaw`alter table "Listing" enable trigger user`;
  expect(await readChanges(state)).toBeNull();
  await expectRight();
  expect((await getListing()).listing).not.toBe(before);
});

test("an emptied listing is empty", async () => {
  await db.$executeRaw`truncate "Listing" cascade`;
  await expectRight();
  expect([await countTotal(everything), await listCards(everything)]).toEqual([0, []]);
  await rebuildListing();
  expect(await countTotal(everything)).toBeGreaterThan(30);
});

test("whoever asks while it changes is told of the state they saw, or a later one", async () => {
  const title = (turn: number) => `Turn ${turn}`;
  for (let turn = 0; turn < 10; turn += 1) {
    const published = aVersion("published", { title: title(turn) });
    const asked = Array.from({ length: 5 }, () => countTotal(everything));
    await published;
    expect(await countTotal(everything)).toBe(await db.listing.count());
    await Promise.all(asked);
  }
  await expectRight();
});
