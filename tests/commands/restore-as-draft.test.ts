import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { restoreAsDraft } from "#lib/commands/workflow/restore-as-draft.ts";
import { setLeadTerm } from "#lib/commands/directory/set-lead-term.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { db } from "#lib/data/db.ts";
import { aNextVersion, aVersionIn } from "#tests/support/next-versions.ts";
import { aPerson } from "#tests/support/people.ts";
import { snapshot } from "#tests/support/snapshot.ts";
import { answersOf, aVersion, walkTo } from "#tests/support/versions.ts";

test("an older version comes back as a draft with its last words, and stays what it was", async () => {
  const older = await aVersion("draft", { title: "The first words" });
  const { id, author } = older;
  await saveRevision({ id, basedOn: 1, answers: await answersOf(id, { title: "The last words" }), actor: author });
  await moveVersion({ id, basedOn: 2, move: "submit", actor: author });
  const editor = await aPerson("editor");
  await moveVersion({ id, basedOn: 2, move: "decline", actor: editor, reason: "Not yet" });
  const before = await db.version.findUnique({ where: { id } });

  const restored = await restoreAsDraft({ id, actor: editor });

  const draft = await db.version.findUniqueOrThrow({
    where: { id: restored.ok ? restored.value.versionId : "" },
    include: { revisions: true, events: true },
  });
  expect(draft).toMatchObject({ caseStudyId: older.caseStudyId, number: 2, state: "draft", authorId: editor.id });
  expect(draft.revisions.map(({ answers }) => (answers as { title: string }).title)).toEqual(["The last words"]);
  expect(draft.events).toEqual([
    expect.objectContaining({ kind: "restoreAsDraft", fromState: null, toState: "draft", actorId: editor.id }),
  ]);
  expect(await db.version.findUnique({ where: { id } })).toEqual(before);
});

test("it comes back once, however often it is asked for, until somebody writes on it", async () => {
  const { id, caseStudyId, editor } = await aVersion("declined");
  const ids = new Set<string>();
  for (let time = 0; time < 3; time++) {
    const restored = await restoreAsDraft({ id, actor: editor });
    ids.add(restored.ok ? restored.value.versionId : "");
  }
  expect(await db.version.count({ where: { caseStudyId, state: "draft" } })).toBe(1);
  expect(ids.size).toBe(1);
  expect(await restoreAsDraft({ id, actor: await aPerson("editor") })).toMatchObject({ ok: true });
  expect(await db.version.count({ where: { caseStudyId, state: "draft" } })).toBe(2);
});

test("it is listed under the same term", async () => {
  const { id, editor } = await aVersion("published");
  await setLeadTerm({ id, term: { supportTypeId: "training" }, actor: editor });
  const restored = await restoreAsDraft({ id, actor: editor });
  const draft = await db.version.findUnique({ where: { id: restored.ok ? restored.value.versionId : "" } });
  expect(draft).toMatchObject({ leadTopicId: null, leadSupportTypeId: "training" });
});

test("a superseded version can be brought back and published again, by another editor than who restored it", async () => {
  const first = await aVersion("published", { title: "Once and again" });
  const second = await aNextVersion(first, "published");
  const restored = await restoreAsDraft({ id: first.id, actor: first.editor });
  const id = restored.ok ? restored.value.versionId : "";
  const [author, editor] = [first.editor, await aPerson("editor")];

  await walkTo("in_review", { id, author, editor });
  const own = await moveVersion({ id, basedOn: 1, move: "accept", actor: first.editor });
  expect(own).toEqual({ ok: false, reason: "not-allowed" });
  for (const move of ["accept", "publish"] as const)
    expect(await moveVersion({ id, basedOn: 1, move, actor: editor })).toMatchObject({ ok: true });

  const states = await db.version.findMany({ where: { caseStudyId: first.caseStudyId }, orderBy: { number: "asc" } });
  expect(states.map((version) => [version.id, version.state])).toEqual([
    [first.id, "superseded"],
    [second.id, "superseded"],
    [id, "published"],
  ]);
});

test.each(["superseded", "declined", "withdrawn", "unpublished"] as const)("a %s one may be", async (state) => {
  const { id, editor } = await aVersionIn(state);
  expect(await restoreAsDraft({ id, actor: editor })).toMatchObject({ ok: true });
});

test("a contributor may not restore, not even their own, and then nothing changes", async () => {
  const { id, author } = await aVersion("declined");
  const before = await snapshot();
  expect(await restoreAsDraft({ id, actor: author })).toEqual({ ok: false, reason: "not-allowed" });
  expect(await snapshot()).toEqual(before);
});

test("a version that does not exist is not found", async () => {
  const outcome = await restoreAsDraft({ id: randomUUID(), actor: await aPerson("editor") });
  expect(outcome).toEqual({ ok: false, reason: "not-found" });
});
