import { expect, test } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { publishDue } from "#lib/commands/workflow/publish-due.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { startNextVersion } from "#lib/commands/workflow/start-next-version.ts";
import { findByAddress } from "#lib/data/directory/case-studies.ts";
import { db } from "#lib/data/db.ts";
import { aPerson } from "#tests/support/people.ts";
import { answersOf, aVersion } from "#tests/support/versions.ts";

const now = new Date("2027-03-01T09:00:00Z");

/** A published case study with a next version under another title, accepted. */
async function aRenamedOne(oldTitle: string, newTitle: string) {
  const first = await aVersion("published", { title: oldTitle });
  const writer = await aPerson("editor");
  const started = await startNextVersion({ caseStudyId: first.caseStudyId, actor: writer });
  if (!started.ok) throw new Error(started.reason);
  const id = started.value.versionId;
  await saveRevision({ id, basedOn: 1, answers: await answersOf(id, { title: newTitle }), actor: writer });
  const editor = await aPerson("editor");
  for (const [move, actor] of [
    ["submit", writer],
    ["take", editor],
    ["accept", editor],
  ] as const) {
    const moved = await moveVersion({ id, basedOn: 2, move, actor });
    if (!moved.ok) throw new Error(`${move}: ${moved.reason}`);
  }
  return { id, caseStudyId: first.caseStudyId, editor };
}

const slugOf = async (id: string) => (await db.caseStudy.findUniqueOrThrow({ where: { id } })).slug;
const publish = (id: string, editor: Awaited<ReturnType<typeof aPerson>>, details = {}) =>
  moveVersion({ id, basedOn: 2, move: "publish", actor: editor, details, now });

test("the address stays under a new title unless an editor asks", async () => {
  const { id, caseStudyId, editor } = await aRenamedOne("Boats at night", "Ferries at night");
  await publish(id, editor);
  expect(await slugOf(caseStudyId)).toBe("boats-at-night");
  expect(await findByAddress("ferries-at-night")).toEqual({ kind: "none" });
});

test("asked for, it follows the title, and the old one leads to it for ever", async () => {
  const { id, caseStudyId, editor } = await aRenamedOne("Trams at dawn", "Light rail at dawn");
  await publish(id, editor, { newAddress: true });
  expect(await slugOf(caseStudyId)).toBe("light-rail-at-dawn");
  expect(await findByAddress("trams-at-dawn")).toEqual({ kind: "moved", to: "/case-studies/light-rail-at-dawn" });
  expect((await findByAddress("light-rail-at-dawn")).kind).toBe("page");
  expect(await db.listing.findFirst({ where: { caseStudyId } })).toMatchObject({ slug: "light-rail-at-dawn" });

  const other = await aVersion("published", { title: "Trams at dawn" });
  expect(await slugOf(other.caseStudyId)).toBe("trams-at-dawn-2");
});

test("renamed twice, both old addresses lead straight to the newest", async () => {
  const { id, caseStudyId, editor } = await aRenamedOne("One name", "Second name");
  await publish(id, editor, { newAddress: true });
  await db.redirect.create({ data: { path: "/case-studies/zero-name", target: "/case-studies/second-name", at: now } });
  const started = await startNextVersion({ caseStudyId, actor: editor });
  if (!started.ok) throw new Error(started.reason);
  const next = started.value.versionId;
  await saveRevision({ id: next, basedOn: 1, answers: await answersOf(next, { title: "Third name" }), actor: editor });
  const another = await aPerson("editor");
  for (const [move, actor] of [
    ["submit", editor],
    ["take", another],
    ["accept", another],
  ] as const)
    await moveVersion({ id: next, basedOn: 2, move, actor });
  await publish(next, another, { newAddress: true });
  for (const old of ["one-name", "zero-name", "second-name"])
    expect(await findByAddress(old)).toEqual({ kind: "moved", to: "/case-studies/third-name" });
});

test("asked for with a time, it changes when the time comes, and not if the time is lifted", async () => {
  const { id, caseStudyId, editor } = await aRenamedOne("Bikes on hire", "Cycles on hire");
  const details = { publishAt: new Date(now.getTime() + 60_000), newAddress: true };
  await moveVersion({ id, basedOn: 2, move: "schedule", actor: editor, details, now });
  expect(await slugOf(caseStudyId)).toBe("bikes-on-hire");
  await publishDue(new Date(now.getTime() + 120_000));
  expect(await slugOf(caseStudyId)).toBe("cycles-on-hire");

  const lifted = await aRenamedOne("Canoes on hire", "Kayaks on hire");
  await moveVersion({ id: lifted.id, basedOn: 2, move: "schedule", actor: lifted.editor, details, now });
  await moveVersion({ id: lifted.id, basedOn: 2, move: "unschedule", actor: lifted.editor, now });
  await publish(lifted.id, lifted.editor);
  expect(await slugOf(lifted.caseStudyId)).toBe("canoes-on-hire");
});

test("a title that makes the same address again changes nothing", async () => {
  const first = await aVersion("published", { title: "Warm rooms" });
  const { id, caseStudyId, editor } = await aRenamedOne("Warm rooms", "Warm rooms!");
  expect(await slugOf(caseStudyId)).toBe("warm-rooms-2");
  await publish(id, editor, { newAddress: true });
  expect(await slugOf(caseStudyId)).toBe("warm-rooms-2");
  expect(await slugOf(first.caseStudyId)).toBe("warm-rooms");
});

test("a number at the end of a title that goes is no sign that the address was taken", async () => {
  const { id, caseStudyId, editor } = await aRenamedOne("Spending review 2024", "Spending review");
  await publish(id, editor, { newAddress: true });
  expect(await slugOf(caseStudyId)).toBe("spending-review");
  expect(await findByAddress("spending-review-2024")).toEqual({ kind: "moved", to: "/case-studies/spending-review" });
});

test("nor is a year, where the address without it is another's", async () => {
  await aVersion("published", { title: "Budget" });
  const { id, caseStudyId, editor } = await aRenamedOne("Budget 2024", "Budget");
  await publish(id, editor, { newAddress: true });
  expect(await slugOf(caseStudyId)).toBe("budget-2");
  expect(await findByAddress("budget-2024")).toEqual({ kind: "moved", to: "/case-studies/budget-2" });
});
