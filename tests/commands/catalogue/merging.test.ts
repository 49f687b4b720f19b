import { beforeEach, describe, expect, test } from "vitest";
import { mergeCouncil } from "#lib/commands/catalogue/councils/merge-council.ts";
import { confirmContributor } from "#lib/commands/contributors/confirm-contributor.ts";
import { startNextVersion } from "#lib/commands/workflow/start-next-version.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { findMerge } from "#lib/data/catalogue/previews/merge.ts";
import { readFormerSlugs } from "#lib/data/catalogue/former-slugs.ts";
import { db } from "#lib/data/db.ts";
import { findByAddress } from "#lib/data/directory/case-studies.ts";
import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { listAllCouncils } from "#lib/data/directory/council-list.ts";
import { listCouncilNames } from "#lib/data/directory/council-names.ts";
import { countFromCouncil, findCouncil, searchCouncils } from "#lib/data/directory/councils.ts";
import { countTotal, listAsPartner, listPublished, listTitles } from "#lib/data/directory/listings.ts";
import { listEntries } from "#lib/data/feeds/entries.ts";
import { listConfirmedFor } from "#lib/data/people/speakers.ts";
import { listEvents } from "#lib/data/review/history/events.ts";
import { listCouncilsInHistory } from "#lib/data/review/history/choices.ts";
import { listQueue } from "#lib/data/review/queue/rows.ts";
import { createLink } from "#lib/data/submissions/links.ts";
import { findMine } from "#lib/data/submissions/mine.ts";
import { councilMeant } from "#lib/domain/council-names.ts";
import { everyEvent } from "#lib/domain/history/query.ts";
import { everything } from "#lib/domain/listing/query.ts";
import { ownQueue } from "#lib/domain/queue/query.ts";
import { aPerson } from "#tests/support/people.ts";
import { snapshot } from "#tests/support/snapshot.ts";
import { undoLast } from "#tests/support/undoing.ts";
import { aVersion, type AVersion } from "#tests/support/versions.ts";

type Person = Awaited<ReturnType<typeof aPerson>>;

const fields = { type: "district", nation: "England", region: "South East" };
let editor: Person;
let speaker: Person;
let twice: AVersion;
let once: AVersion;
let round = 0;
/** Two entries of one council, and one that it came from, new for every test. */
let [twin, whole, before] = ["", "", ""];

beforeEach(async () => {
  editor ??= await aPerson("editor");
  round += 1;
  [twin, whole, before] = [`twin-${round}`, `true-${round}`, `before-${round}`];
  for (const id of [twin, whole, before]) {
    const name = `${id.replace("-", " ")} District Council`;
    await db.council.create({ data: { ...fields, id, slug: id, name, shortName: id } });
  }
  await db.councilSuccession.create({ data: { predecessorId: before, successorId: twin } });
  speaker = await aPerson();
  await confirmContributor({ personId: speaker.id, councilId: twin, actor: editor });
  twice = await aVersion("published", { title: `Of the twin ${round}`, council: twin, partners: [whole, "leeds"] });
  once = await aVersion("published", { title: `Of the true one ${round}`, council: whole, partners: [twin] });
});

const merge = (id = twin, intoId = whole) => mergeCouncil({ id, intoId, actor: editor });
const rowOf = ({ caseStudyId }: AVersion) => db.listing.findUniqueOrThrow({ where: { caseStudyId } });
const total = (council: string) => countTotal({ ...everything, council: [council] });
const mineOf = async ({ id }: Person) => {
  const { token } = await createLink(db, { purpose: "mine", personId: id, now: new Date() });
  const published = (await findMine(token))?.published ?? [];
  return published.map(({ title, mayUpdate }) => `${title}: ${mayUpdate}`);
};
const pageOf = async (version: AVersion) => {
  const found = await findByAddress((await rowOf(version)).slug);
  if (found.kind !== "page") throw new Error("There is no page");
  return found.page;
};

describe("two entries of one council become one", () => {
  test("its case studies follow, as their own pages, files and feeds say", async () => {
    await merge();
    expect(await rowOf(twice)).toMatchObject({ councilId: whole, councilSlug: whole, councilName: whole });
    expect([await total(whole), await countFromCouncil(whole), await countFromCouncil(twin)]).toEqual([2, 2, 2]);
    const page = await pageOf(twice);
    expect([page.council?.id, page.partners.map(({ id }) => id)]).toEqual([whole, ["leeds"]]);
    expect((await pageOf(once)).partners).toEqual([]);
    const [entry] = await listEntries([(await rowOf(twice)).slug]);
    expect([entry?.council?.slug, entry?.partners]).toEqual([whole, ["Leeds City Council"]]);
  });

  test("what it did with others follows, however they are told apart, and comes back with it", async () => {
    const third = await aVersion("published", { title: `With the twin ${round}`, council: "leeds", partners: [twin] });
    const withOthers = async (id: string) => (await listAsPartner(id, 5)).cards.map(({ title }) => title);
    const found = async (words: string) =>
      (await listPublished({ ...everything, q: words })).cards.map(({ slug }) => slug);
    expect(await withOthers(twin)).toEqual([`With the twin ${round}`, `Of the true one ${round}`]);
    expect(await found(`"twin ${round} District Council"`)).toContain((await rowOf(third)).slug);
    await merge();
    expect(await withOthers(whole)).toEqual([`With the twin ${round}`]);
    expect([await withOthers(twin), (await rowOf(once)).partnerIds]).toEqual([[], []]);
    expect(await found(`"true ${round} District Council"`)).toContain((await rowOf(third)).slug);
    await undoLast("council");
    expect(await withOthers(twin)).toEqual([`With the twin ${round}`, `Of the true one ${round}`]);
    expect(await listAsPartner("leeds", 1)).toMatchObject({ cards: [{ title: `Of the twin ${round}` }] });
  });

  test("its pages and predecessors follow", async () => {
    await merge();
    expect(await findCouncil(twin)).toBeNull();
    expect((await readFormerSlugs()).council.get(twin)).toBe(whole);
    expect((await findCouncil(whole))?.before.map(({ slug }) => slug)).toEqual([before]);
    expect((await findCouncil(before))?.after.map(({ slug, count }) => [slug, count])).toEqual([[whole, 2]]);
    expect((await searchCouncils(`twin ${round}`)).total).toBe(0);
    expect((await listAllCouncils()).some(({ slug }) => slug === twin)).toBe(false);
    expect((await getCatalogue()).council.find(({ slug }) => slug === whole)?.former).toEqual([twin]);
  });

  test("forms name it by its one name, and take either", async () => {
    await merge();
    const councils = await listCouncilNames();
    expect(councils.find(({ id }) => id === twin)).toMatchObject({ shortName: whole, unlisted: true });
    expect(councilMeant(`twin ${round} District Council`, councils)).toBe(whole);
    expect(councilMeant(whole, councils)).toBe(whole);
    expect(councils.filter(({ unlisted }) => !unlisted).map(({ id }) => id)).not.toContain(twin);
  });

  test("whoever speaks for one speaks for the other, in either direction", async () => {
    const other = await aPerson();
    await confirmContributor({ personId: other.id, councilId: whole, actor: editor });
    const start = (actor: Person, { caseStudyId }: AVersion) => startNextVersion({ caseStudyId, actor });
    expect(await start(speaker, once)).toEqual({ ok: false, reason: "not-allowed" });
    expect(await start(other, twice)).toEqual({ ok: false, reason: "not-allowed" });
    await merge();
    expect(await listConfirmedFor(db, speaker.id)).toEqual([whole]);
    expect(await mineOf(speaker)).toEqual([`Of the true one ${round}: true`, `Of the twin ${round}: true`]);
    expect(await start(speaker, once)).toMatchObject({ ok: true });
    expect(await start(other, twice)).toMatchObject({ ok: true });
    expect(await start(await aPerson(), twice)).toEqual({ ok: false, reason: "not-allowed" });

    await undoLast("council");
    const again = await aVersion("published", { council: whole });
    expect(await start(speaker, again)).toEqual({ ok: false, reason: "not-allowed" });
  });

  test("the editors’ queue and history find it under either", async () => {
    const waiting = await aVersion("submitted", { council: twin });
    await merge();
    const rows = async (council: string) =>
      (await listQueue({ ...ownQueue, tab: "all", council }, { me: editor.id, usualDays: null, now: new Date() })).map(
        (row) => [row.id, row.council],
      );
    const found = [[waiting.id, `true ${round} District Council`]];
    expect([await rows(whole), await rows(twin)]).toEqual([found, found]);
    const { events } = await listEvents({ ...everyEvent, council: whole });
    expect(new Set(events.map(({ caseStudyId }) => caseStudyId))).toEqual(
      new Set([twice, once, waiting].map(({ caseStudyId }) => caseStudyId)),
    );
    const listed = (await listCouncilsInHistory()).map(({ id }) => id);
    expect([listed.includes(whole), listed.includes(twin)]).toEqual([true, false]);
    expect((await listTitles(twin, waiting.caseStudyId)).map(({ councilId }) => councilId)).toEqual([twin, twin]);
    // A next version is no duplicate of its own case study.
    expect(await listTitles(twin, once.caseStudyId)).toHaveLength(1);
  });

  test("what is published afterwards with the old id is the one council’s", async () => {
    const coming = await aVersion("accepted", { council: twin });
    await merge();
    await moveVersion({ id: coming.id, basedOn: 1, move: "publish", actor: coming.editor });
    expect((await rowOf(coming)).councilId).toBe(whole);
  });

  test("however a publication meets it, the listing says what stands", async () => {
    for (let turn = 0; turn < 5; turn++) {
      const coming = await aVersion("accepted", { council: twin });
      const publication = { id: coming.id, basedOn: 1, move: "publish", actor: coming.editor } as const;
      await Promise.all([merge(), moveVersion(publication)]);
      expect((await rowOf(coming)).councilId).toBe(whole);
      await Promise.all([undoLast("council")]);
      expect((await rowOf(coming)).councilId).toBe(twin);
    }
  });

  test("one merged into another that is merged follows to the end", async () => {
    await merge();
    await merge(whole, "leeds");
    expect((await rowOf(twice)).councilId).toBe("leeds");
    expect((await readFormerSlugs()).council.get(twin)).toBe("leeds");
    expect(await listConfirmedFor(db, speaker.id)).toEqual(["leeds"]);
  });
});

describe("taking a merge back", () => {
  test("puts every row of the listing, succession and right back as it was", async () => {
    const all = async () => {
      const { FormerSlug: _, Generation: __, CatalogueChange: ___, ...rest } = await snapshot();
      const rights = await db.contributor.findMany({ orderBy: [{ personId: "asc" }, { councilId: "asc" }] });
      const texts = await db.listingText.findMany({ orderBy: { caseStudyId: "asc" } });
      return { ...rest, rights, texts, effective: await listConfirmedFor(db, speaker.id), mine: await mineOf(speaker) };
    };
    const was = await all();
    await merge();
    expect(await all()).not.toEqual(was);
    expect(await undoLast("council")).toMatchObject({ ok: true });
    // Every look at a list of one's own makes a link, and no more.
    expect(await all()).toEqual(was);
    expect(await findCouncil(twin)).toMatchObject({ slug: twin });
  });

  test("is refused where one of them has been changed since, and nothing changes", async () => {
    await merge();
    await db.councilSuccession.deleteMany({ where: { successorId: whole } });
    const was = await snapshot();
    expect(await undoLast("council")).toEqual({ ok: false, reason: "changed-since" });
    expect(await snapshot()).toEqual(was);
  });
});

describe("before a merge", () => {
  test("what it changes is known exactly", async () => {
    await aVersion("submitted", { council: twin, title: `On its way ${round}` });
    await aVersion("draft", { council: twin });
    const plan = await findMerge(db, twin, whole);
    expect(plan).toMatchObject({
      ok: true,
      value: {
        affected: {
          published: [{ title: `Of the true one ${round}` }, { title: `Of the twin ${round}` }],
          open: [{ title: `On its way ${round}` }],
          drafts: 1,
        },
        leading: [{ from: twin, to: whole }],
        speakers: 1,
        predecessors: [`before ${round} District Council`],
        successors: [],
      },
    });
  });

  test("somebody else’s change is told: it is not what was looked at", async () => {
    const plan = await findMerge(db, twin, whole);
    const basedOn = plan.ok ? plan.value.digest : "";
    await aVersion("published", { council: twin });
    const outcome = await mergeCouncil({ id: twin, intoId: whole, basedOn, actor: editor });
    expect(outcome).toEqual({ ok: false, reason: "changed" });
  });

  test("nothing is merged into itself, twice, or by a contributor", async () => {
    expect(await merge(twin, twin)).toEqual({ ok: false, reason: "same" });
    await merge();
    expect(await merge()).toEqual({ ok: false, reason: "gone" });
    expect(await merge(whole, twin)).toEqual({ ok: false, reason: "same" });
    expect(await merge(before, "atlantis")).toEqual({ ok: false, reason: "gone" });
    const somebody = { id: before, intoId: whole, actor: await aPerson() };
    expect(await mergeCouncil(somebody)).toEqual({ ok: false, reason: "not-allowed" });
  });
});
