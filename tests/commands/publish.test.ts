import { describe, expect, test } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import { aNextVersion } from "#tests/support/next-versions.ts";
import { aPerson } from "#tests/support/people.ts";
import { aDraft, answersOf, aVersion, walkTo, type AVersion } from "#tests/support/versions.ts";

const publish = ({ id, editor }: AVersion, actor = editor, reason = "") =>
  moveVersion({ id, basedOn: 1, move: "publish", actor, reason });
const slugOfCaseStudy = async ({ caseStudyId }: AVersion) =>
  (await db.caseStudy.findUniqueOrThrow({ where: { id: caseStudyId } })).slug;

test("two editors publish at once: one succeeds, one is told, and history has one line (V2.3.4)", async () => {
  const { id, latestRevision: basedOn } = await aVersion("accepted");
  const editors = [await aPerson("editor"), await aPerson("editor")];

  const outcomes = await Promise.all(editors.map((actor) => moveVersion({ id, basedOn, move: "publish", actor })));

  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(await db.event.count({ where: { versionId: id, kind: "publish" } })).toBe(1);
});

describe("the slug", () => {
  test("is made of the title at the first publication and not before", async () => {
    const version = await aVersion("accepted", { title: "Warmer rooms at Plas Tŷ Coch" });
    expect(await slugOfCaseStudy(version)).toBeNull();
    await publish(version);
    expect(await slugOfCaseStudy(version)).toBe("warmer-rooms-at-plas-ty-coch");
  });

  test("of a second and third case study with the same title ends in -2 and -3", async () => {
    const slugs = [];
    for (const title of ["A shared title", "A shared title", "A shared title!"])
      slugs.push(await slugOfCaseStudy(await aVersion("published", { title })));
    expect(slugs).toEqual(["a-shared-title", "a-shared-title-2", "a-shared-title-3"]);
  });

  test("of an unpublished case study is never given to another", async () => {
    await aVersion("unpublished", { title: "Taken for good" });
    expect(await slugOfCaseStudy(await aVersion("published", { title: "Taken for good" }))).toBe("taken-for-good-2");
  });

  test("is not one that a redirect leads away from", async () => {
    const path = "/case-studies/an-old-page";
    await db.redirect.create({ data: { path, target: "/topics/buses", at: new Date() } });
    expect(await slugOfCaseStudy(await aVersion("published", { title: "An old page" }))).toBe("an-old-page-2");
  });

  test("stays as it was when the next version has another title", async () => {
    const first = await aVersion("published", { title: "What it was called first" });
    const { id, editor, author } = await aNextVersion(first);
    const answers = await answersOf(id, { title: "What it is called now" });
    await db.$transaction(async (tx) => {
      await tx.revision.create({
        data: { versionId: id, number: 2, answers: answers as object, writerId: author.id, at: new Date() },
      });
      await tx.version.update({ where: { id }, data: { latestRevision: 2 } });
    });
    for (const [move, actor] of [
      ["submit", author],
      ["take", editor],
      ["accept", editor],
      ["publish", editor],
    ] as const)
      expect(await moveVersion({ id, basedOn: 2, move, actor })).toMatchObject({ ok: true });

    expect(await slugOfCaseStudy(first)).toBe("what-it-was-called-first");
    expect(await db.listing.findUnique({ where: { caseStudyId: first.caseStudyId } })).toMatchObject({
      slug: "what-it-was-called-first",
      title: "What it is called now",
    });
  });

  test("of case studies with one title that are published at the same moment differ", async () => {
    const versions = [];
    for (let number = 0; number < 5; number++)
      versions.push(await aVersion("accepted", { title: "Published at the same moment" }));

    const outcomes = await Promise.all(versions.map((version) => publish(version)));

    expect(outcomes.map(({ ok }) => ok)).toEqual(versions.map(() => true));
    expect(new Set(await Promise.all(versions.map(slugOfCaseStudy))).size).toBe(5);
  });
});

describe("publishing the next version", () => {
  test.each(["published", "withdrawn"] as const)("supersedes the %s one first", async (state) => {
    const first = await aVersion("published");
    const next = await aNextVersion(first, "accepted");
    if (state === "withdrawn")
      await moveVersion({ id: first.id, basedOn: 1, move: "withdraw", actor: first.editor, reason: "A mistake" });

    expect(await publish(next)).toEqual({ ok: true, value: "published" });

    const found = await db.version.findMany({ where: { caseStudyId: first.caseStudyId }, orderBy: { number: "asc" } });
    expect(found.map((version) => version.state)).toEqual(["superseded", "published"]);
    const lines = await db.event.findMany({
      where: { version: { caseStudyId: first.caseStudyId }, kind: { in: ["supersede", "publish"] } },
      orderBy: { id: "asc" },
    });
    expect(
      lines.slice(1).map(({ versionId, kind, fromState, toState }) => [versionId, kind, fromState, toState]),
    ).toEqual([
      [first.id, "supersede", state, "superseded"],
      [next.id, "publish", "accepted", "published"],
    ]);
  });

  test("leaves the published one alone until then", async () => {
    const first = await aVersion("published");
    await aNextVersion(first, "accepted");
    expect(await db.version.findUnique({ where: { id: first.id } })).toMatchObject({ state: "published" });
  });
});

describe("publishing one's own work", () => {
  async function ownWork(role: "editor" | "administrator") {
    const [author, editor] = [await aPerson(role), await aPerson("editor")];
    const { versionId: id, caseStudyId } = await aDraft({ personId: author.id });
    const version = { id, caseStudyId, latestRevision: 1, author, editor };
    await walkTo("accepted", version);
    return version;
  }

  test("an administrator may, with a reason that is kept, and it is marked for a second look", async () => {
    const version = await ownWork("administrator");
    expect(await publish(version, version.author)).toEqual({ ok: false, reason: "reason-missing" });
    expect(await publish(version, version.author, "Nobody else is in today")).toMatchObject({ ok: true });
    expect(await db.version.findUnique({ where: { id: version.id } })).toMatchObject({ secondLook: true });
    const [line] = await db.event.findMany({ where: { versionId: version.id, kind: "publish" } });
    expect(line).toMatchObject({ reason: "Nobody else is in today", actorId: version.author.id });
  });

  test("an editor may not, whatever the reason", async () => {
    const version = await ownWork("editor");
    expect(await publish(version, version.author, "It is urgent")).toEqual({ ok: false, reason: "not-allowed" });
  });
});
