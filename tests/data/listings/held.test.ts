import { beforeAll, beforeEach, expect, test } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { rebuildListing } from "#lib/commands/directory/rebuild-listing.ts";
import { db } from "#lib/data/db.ts";
import { publicly, raiseGeneration } from "#lib/data/generation.ts";
import { countTotal, listCards } from "#lib/data/directory/listings.ts";
import { getListing } from "#lib/data/listing/current.ts";
import { facets, type Listing } from "#lib/data/listing/listing.ts";
import { getState, readChanges, readWhole } from "#lib/data/listing/rows.ts";
import { everything } from "#lib/domain/listing/query.ts";
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
  await expectCaughtUp(() => rebuildListing());
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
