import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { confirmContributor } from "#lib/commands/contributors/confirm-contributor.ts";
import { setLeadTerm } from "#lib/commands/directory/set-lead-term.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { restoreAsDraft } from "#lib/commands/workflow/restore-as-draft.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { startNextVersion } from "#lib/commands/workflow/start-next-version.ts";
import { db } from "#lib/data/db.ts";
import { states } from "#lib/domain/workflow/states.ts";
import { aNextVersion, aVersionIn } from "#tests/support/next-versions.ts";
import { aPerson } from "#tests/support/people.ts";
import { snapshot } from "#tests/support/snapshot.ts";
import { answersOf, aVersion, type AVersion } from "#tests/support/versions.ts";

const refused = (reason: string) => ({ ok: false, reason });

async function contributorFor(...councils: string[]) {
  const [person, actor] = [await aPerson("contributor"), await aPerson("editor")];
  for (const councilId of councils) await confirmContributor({ personId: person.id, councilId, actor });
  return person;
}

describe("the next version of a published case study", () => {
  let published: AVersion;
  beforeAll(async () => {
    published = await aVersion("published", { title: "What was published", council: "dorset" });
  });

  test("may be started by a confirmed contributor of its lead council, with the published words", async () => {
    const actor = await contributorFor("kent", "dorset");
    const { caseStudyId } = published;
    const now = new Date("2026-07-08T09:10:11Z");

    const outcome = await startNextVersion({ caseStudyId, actor, now });

    const { versionId } = (outcome as Extract<typeof outcome, { ok: true }>).value;
    const version = await db.version.findUniqueOrThrow({
      where: { id: versionId },
      include: { revisions: true, events: true },
    });
    const words = await db.revision.findFirstOrThrow({ where: { versionId: published.id } });
    expect(version).toMatchObject({ caseStudyId, state: "draft", number: 2, authorId: actor.id, latestRevision: 1 });
    expect(version.revisions).toEqual([expect.objectContaining({ number: 1, writerId: actor.id, at: now })]);
    expect(version.revisions[0]?.answers).toEqual(words.answers);
    expect(version.events).toEqual([
      expect.objectContaining({ kind: "start", fromState: null, toState: "draft", actorId: actor.id, at: now }),
    ]);
    expect(await db.version.findUnique({ where: { id: published.id } })).toMatchObject({ state: "published" });
  });

  test.each(["editor", "administrator"] as const)("may be started by an %s", async (role) => {
    const actor = await aPerson(role);
    expect(await startNextVersion({ caseStudyId: published.caseStudyId, actor })).toMatchObject({ ok: true });
  });

  test("may not be started by anybody else, and then nothing changes (V8.4.1)", async () => {
    const nobody = await contributorFor();
    const elsewhere = await contributorFor("kent", "dorset-county");
    const before = await snapshot();
    for (const actor of [nobody, elsewhere, published.author]) {
      expect(await startNextVersion({ caseStudyId: published.caseStudyId, actor })).toEqual(refused("not-allowed"));
    }
    expect(await snapshot()).toEqual(before);
  });

  test("may be started while another draft waits", async () => {
    const [actor, other] = [await contributorFor("dorset"), await contributorFor("dorset")];
    const { caseStudyId } = await aVersion("published");
    expect(await startNextVersion({ caseStudyId, actor })).toMatchObject({ ok: true });
    expect(await startNextVersion({ caseStudyId, actor: other })).toMatchObject({ ok: true });
    expect(await db.version.count({ where: { caseStudyId, state: "draft" } })).toBe(2);
  });

  test("is one draft, however often it is asked for, with what was written on it meanwhile", async () => {
    const actor = await contributorFor("dorset");
    const { caseStudyId } = await aVersion("published");
    const idOf = (outcome: Awaited<ReturnType<typeof startNextVersion>>) => outcome.ok && outcome.value.versionId;

    const asked = await Promise.all([1, 2, 3].map(() => startNextVersion({ caseStudyId, actor })));
    const [first] = asked.map(idOf);
    expect(asked.map(idOf)).toEqual([first, first, first]);

    const answers = { title: "Written on" };
    await saveRevision({ id: String(first), basedOn: 1, answers, actor });
    const again = await startNextVersion({ caseStudyId, actor });
    expect(again).toEqual({ ok: true, value: { versionId: first, revision: 2 } });
    await db.version.update({ where: { id: String(first) }, data: { state: "in_review" } });
    expect(await startNextVersion({ caseStudyId, actor })).toEqual(again);
  });

  test("is not the draft that its actor restored from older words", async () => {
    const first = await aVersion("published");
    const { caseStudyId, editor: actor } = first;
    await aNextVersion(first, "published");
    const restored = await restoreAsDraft({ id: first.id, actor });
    const started = await startNextVersion({ caseStudyId, actor });
    expect(started).toMatchObject({ ok: true });
    expect(started).not.toMatchObject({ value: { versionId: restored.ok && restored.value.versionId } });
  });

  test("is listed under the same term", async () => {
    const first = await aVersion("published", { title: "Listed under a term" });
    await setLeadTerm({ id: first.id, term: { topicId: "early-years" }, actor: first.editor });
    await aNextVersion(first, "published");
    const listed = await db.listing.findUnique({ where: { caseStudyId: first.caseStudyId } });
    expect(listed).toMatchObject({ leadKey: "topic", leadSlug: "early-years" });
  });

  test("begins with the words of the latest published version", async () => {
    const first = await aVersion("published");
    const second = await aNextVersion(first);
    const answers = await answersOf(second.id, { title: "The words of the second" });
    await saveRevision({ id: second.id, basedOn: 1, answers, actor: second.author });
    const beforehand = await aNextVersion(first);
    for (const [move, actor] of [
      ["submit", second.author],
      ["take", second.editor],
      ["accept", second.editor],
      ["publish", second.editor],
    ] as const)
      expect(await moveVersion({ id: second.id, basedOn: 2, move, actor })).toMatchObject({ ok: true });

    const afterwards = await aNextVersion(first);
    expect(afterwards.id).not.toBe(beforehand.id);
    expect(await answersOf(afterwards.id)).toMatchObject({ title: "The words of the second" });
  });
});

test.each(states.filter((state) => state !== "published" && state !== "superseded"))(
  "nobody starts a next version while the only version is %s",
  async (state) => {
    const { caseStudyId, editor } = await aVersionIn(state);
    const before = await snapshot();
    expect(await startNextVersion({ caseStudyId, actor: editor })).toEqual(refused("wrong-state"));
    expect(await snapshot()).toEqual(before);
  },
);

test("a case study that does not exist is not found", async () => {
  const actor = await aPerson("editor");
  expect(await startNextVersion({ caseStudyId: randomUUID(), actor })).toEqual(refused("not-found"));
});
