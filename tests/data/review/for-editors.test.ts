import { beforeAll, expect, test } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { setLeadTerm } from "#lib/commands/directory/set-lead-term.ts";
import { restoreAsDraft } from "#lib/commands/workflow/restore-as-draft.ts";
import { db } from "#lib/data/db.ts";
import { findDesk } from "#lib/data/review/desk.ts";
import { findCaseStudyHistory } from "#lib/data/review/history/case-study.ts";
import { listCouncilsInHistory } from "#lib/data/review/history/choices.ts";
import { eachEvent, listEvents } from "#lib/data/review/history/events.ts";
import { listLastEvents } from "#lib/data/review/queue/last-events.ts";
import { findReferred } from "#lib/data/review/references.ts";
import { findRevision } from "#lib/data/review/revisions.ts";
import { findVersionToName } from "#lib/data/review/suggestions.ts";
import { listItems } from "#lib/data/catalogue/collections/collection-items.ts";
import { everyEvent } from "#lib/domain/history/query.ts";
import { referenceOf } from "#lib/domain/reference.ts";
import { aNextVersion } from "#tests/support/next-versions.ts";
import { aPerson } from "#tests/support/people.ts";
import { aDraft, aVersion, type AVersion, someAnswers } from "#tests/support/versions.ts";

let unsent: AVersion;

beforeAll(async () => {
  unsent = await aVersion("draft", { title: "Nobody else has read this", council: "kent" });
});

/** Everywhere that leads an editor to a version or to its words. */
async function whereItIsRead({ id, caseStudyId }: Pick<AVersion, "id" | "caseStudyId">): Promise<string[]> {
  const q = referenceOf(id);
  const history = await findCaseStudyHistory(caseStudyId);
  const inFile = (await Array.fromAsync(eachEvent({ ...everyEvent, caseStudy: caseStudyId }))).flat();
  const places = {
    desk: await findDesk(id),
    "case study": history?.versions.some((version) => version.id === id),
    events: history?.events.some(({ versionId }) => versionId === id),
    history: (await listEvents(everyEvent)).events.some(({ versionId }) => versionId === id),
    file: inFile.some(({ versionId }) => versionId === id),
    searched: (await listEvents({ ...everyEvent, q })).total,
    reference: (await findReferred(q))?.length,
    revision: await findRevision({ versionId: id, number: 1 }),
    refusals: (await listLastEvents([id])).has(id),
  };
  return Object.entries(places).flatMap(([name, found]) => (found ? [name] : []));
}

const everywhere = ["desk", "case study", "events", "history", "file", "searched", "reference", "revision", "refusals"];

test("a draft that nobody sent is nowhere for editors, nor is its council a choice, and it cannot be brought back", async () => {
  expect(await whereItIsRead(unsent)).toEqual([]);
  expect(await findCaseStudyHistory(unsent.caseStudyId)).toBeNull();
  expect((await listCouncilsInHistory()).map(({ id }) => id)).not.toContain("kent");
  const actor = await aPerson("editor");
  const refused = { ok: false, reason: "not-found" };
  expect(await restoreAsDraft({ id: unsent.id, actor })).toEqual(refused);
  expect(await setLeadTerm({ id: unsent.id, term: { topicId: "buses" }, actor })).toEqual(refused);
  expect(await listItems([unsent.caseStudyId])).toEqual([]);
});

test("nor is one that has no author yet", async () => {
  const { versionId: id, caseStudyId } = await aDraft({ answers: someAnswers() });
  expect(await whereItIsRead({ id, caseStudyId })).toEqual([]);
});

test("nor is a council's next version beside what is published, which stays as it was", async () => {
  const published = await aVersion("published", { title: "Published" });
  const next = await aNextVersion(published);
  await db.revision.create({
    data: {
      ...{ versionId: next.id, number: 2, at: new Date(), writerId: next.author.id },
      answers: someAnswers({ title: "Not yet" }) as object,
    },
  });
  await db.version.update({ where: { id: next.id }, data: { latestRevision: 2 } });
  expect(await whereItIsRead(next)).toEqual([]);
  expect(await findCaseStudyHistory(published.caseStudyId)).toMatchObject({
    title: "Published",
    versions: [{ id: published.id }],
  });
  const moved = await moveVersion({
    id: published.id,
    basedOn: 1,
    move: "withdraw",
    actor: published.editor,
    reason: "No",
  });
  expect(moved).toMatchObject({ ok: true });
  expect(await listItems([published.caseStudyId])).toMatchObject([{ title: "Published", state: "withdrawn" }]);
  await moveVersion({ id: published.id, basedOn: 1, move: "unpublish", actor: published.editor, reason: "No" });
  expect(await findVersionToName(db, published.caseStudyId)).toBe(published.id);
});

test("nor is one whose author merely typed an editor's address", async () => {
  const editor = await aPerson("editor");
  const { versionId: id, caseStudyId } = await aDraft({ answers: someAnswers() });
  await db.version.update({ where: { id }, data: { authorId: editor.id } });
  expect(await whereItIsRead({ id, caseStudyId })).toEqual([]);
});

test("once sent it is everywhere, and stays so when it is taken back", async () => {
  const { id, author, ...rest } = await aVersion("submitted");
  expect(await whereItIsRead({ id, ...rest })).toEqual(everywhere);
  expect(await moveVersion({ id, basedOn: 1, move: "takeBack", actor: author })).toMatchObject({ ok: true });
  expect(await db.version.findUnique({ where: { id } })).toMatchObject({ state: "draft" });
  expect(await whereItIsRead({ id, ...rest })).toEqual(everywhere);
});

test("what an editor brought back is everywhere, also once they edit no longer", async () => {
  const older = await aVersion("declined");
  const restored = await restoreAsDraft({ id: older.id, actor: older.editor });
  const id = restored.ok ? restored.value.versionId : "";
  await db.person.update({ where: { id: older.editor.id }, data: { role: "contributor" } });
  expect(await whereItIsRead({ id, caseStudyId: older.caseStudyId })).toEqual(everywhere);
});

test("what came from a file is everywhere, and so is an editor's own", async () => {
  const importer = await aPerson("contributor");
  const imported = await aDraft({ answers: someAnswers(), personId: importer.id });
  await db.version.update({ where: { id: imported.versionId }, data: { imported: true } });
  const own = await aDraft({ answers: someAnswers(), personId: (await aPerson("administrator")).id });
  for (const { versionId: id, caseStudyId } of [imported, own])
    expect(await whereItIsRead({ id, caseStudyId })).toEqual(everywhere);
});
