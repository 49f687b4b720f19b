import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { setLeadTerm } from "#lib/commands/directory/set-lead-term.ts";
import { db } from "#lib/data/db.ts";
import { aPerson } from "#tests/support/people.ts";
import { generation, snapshot } from "#tests/support/snapshot.ts";
import { aVersion } from "#tests/support/versions.ts";

test("a published version is put under a topic, then a support type, then nothing, and its card follows", async () => {
  const { id, caseStudyId, editor } = await aVersion("published");
  const card = () => db.listing.findUniqueOrThrow({ where: { caseStudyId } });
  expect(await card()).toMatchObject({ leadKey: null, leadSlug: null, leadName: null });

  await setLeadTerm({ id, term: { topicId: "early-years" }, actor: editor });
  expect(await card()).toMatchObject({ leadKey: "topic", leadSlug: "early-years", leadName: "Early Years" });

  await setLeadTerm({ id, term: { supportTypeId: "culture-hub" }, actor: editor });
  expect(await card()).toMatchObject({ leadKey: "support", leadSlug: "culture-hub", leadName: "Culture Hub" });

  await setLeadTerm({ id, term: null, actor: editor });
  expect(await card()).toMatchObject({ leadKey: null, leadSlug: null, leadName: null });
});

test("it leaves a line in history that changes no state", async () => {
  const { id, editor } = await aVersion("published");
  const now = new Date("2026-08-09T10:11:12Z");
  await setLeadTerm({ id, term: { topicId: "arts" }, actor: editor, now });
  const line = { fromState: "published", toState: "published", revision: 1, actorId: editor.id, at: now };
  expect(await db.event.findMany({ where: { versionId: id, kind: "setLeadTerm" } })).toEqual([
    expect.objectContaining(line),
  ]);
});

test("what is chosen before publication appears with it, and is not public until then", async () => {
  const { id, caseStudyId, editor } = await aVersion("accepted");
  const before = await generation();
  await setLeadTerm({ id, term: { topicId: "early-years" }, actor: editor });
  expect(await generation()).toBe(before);
  expect(await db.listing.count({ where: { caseStudyId } })).toBe(0);

  await moveVersion({ id, basedOn: 1, move: "publish", actor: editor });
  expect(await db.listing.findUnique({ where: { caseStudyId } })).toMatchObject({ leadSlug: "early-years" });
});

test("a contributor may not, and then nothing changes", async () => {
  const { id, author } = await aVersion("published");
  const before = await snapshot();
  const outcome = await setLeadTerm({ id, term: { topicId: "arts" }, actor: author });
  expect(outcome).toEqual({ ok: false, reason: "not-allowed" });
  expect(await snapshot()).toEqual(before);
});

test("a version that does not exist is not found", async () => {
  const outcome = await setLeadTerm({ id: randomUUID(), term: null, actor: await aPerson("editor") });
  expect(outcome).toEqual({ ok: false, reason: "not-found" });
});
