import pg from "pg";
import { beforeEach, expect, test, vi } from "vitest";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import { findDesk } from "#lib/data/review/desk.ts";
import { findDraft } from "#lib/data/submissions/drafts.ts";
import { createLink, type LinkPurpose } from "#lib/data/submissions/links.ts";
import { findMine } from "#lib/data/submissions/mine.ts";
import { findTracked } from "#lib/data/submissions/tracking.ts";
import type { Actor } from "#lib/domain/workflow/decide.ts";
import type { Move } from "#lib/domain/workflow/moves.ts";
import { aNextVersion } from "#tests/support/next-versions.ts";
import { answersOf, aVersion, type AVersion } from "#tests/support/versions.ts";

let version: AVersion;
const now = new Date();
const revisions = 12;

beforeEach(async () => {
  version = await aVersion("draft");
  const { id, author } = version;
  for (let basedOn = 1; basedOn < revisions; basedOn += 1)
    await saveRevision({ id, basedOn, answers: await answersOf(id, { people: `Saved ${basedOn}` }), actor: author });
});

type Rows = { handleDataRow: (row: { fields: (string | null)[] }) => void };

/** How many copies of the answers the database hands over meanwhile. */
async function countCopies(work: () => Promise<unknown>): Promise<number> {
  const rows = vi.spyOn(pg.Query.prototype as unknown as Rows, "handleDataRow");
  await work();
  const handed = rows.mock.calls.flatMap(([{ fields }]) => fields).join();
  rows.mockRestore();
  return handed.split("The last bus left at twenty past seven.").length - 1;
}

const linkFor = async (purpose: LinkPurpose) => (await createLink(db, { purpose, versionId: version.id, now })).token;

test("a draft is opened with the words it has now and not with those it had", async () => {
  const token = await linkFor("draft");
  expect(await countCopies(() => findDraft(token))).toBe(1);
});

test("what was sent is read as it was sent while an editor works on it, and as it is now once it is the author’s again", async () => {
  const { id, author, editor } = version;
  const token = await linkFor("draft");
  await moveVersion({ id, basedOn: revisions, move: "submit", actor: author });
  await moveVersion({ id, basedOn: revisions, move: "take", actor: editor });
  await saveRevision({ id, basedOn: revisions, answers: await answersOf(id, { title: "Last" }), actor: editor });
  expect(await findDraft(token)).toMatchObject({
    revision: revisions,
    answers: { title: "Night buses for the harbour festival" },
  });
  const basedOn = revisions + 1;
  await moveVersion({ id, basedOn, move: "requestChanges", actor: editor, reason: "Say how many." });
  expect(await findDraft(token)).toMatchObject({ revision: basedOn, answers: { title: "Last" } });
});

test("a submission is followed as it was sent while an editor works on it, and everybody who wrote it is known", async () => {
  const { id, author, editor } = version;
  await moveVersion({ id, basedOn: revisions, move: "submit", actor: author });
  await moveVersion({ id, basedOn: revisions, move: "take", actor: editor });
  await saveRevision({ id, basedOn: revisions, answers: await answersOf(id, { title: "Last" }), actor: editor });
  const token = await linkFor("track");
  expect(await countCopies(() => findTracked(token))).toBe(1);
  const tracked = await findTracked(token);
  expect(tracked).toMatchObject({ title: "Night buses for the harbour festival", revision: revisions + 1 });
  expect(new Set(tracked?.subject.writerIds)).toEqual(new Set([author.id, editor.id]));
});

test("a submission that a newer version has replaced is followed to the page of its case study, while there is one", async () => {
  version = await aVersion("published");
  const token = await linkFor("track");
  const newer = await aNextVersion(version, "published");
  const { slug } = await db.caseStudy.findUniqueOrThrow({ where: { id: version.caseStudyId } });
  expect(await findTracked(token)).toMatchObject({ state: "superseded", slug });
  await moveVersion({ id: newer.id, basedOn: 1, move: "unpublish", actor: version.editor, reason: "Wrong" });
  expect(await findTracked(token)).toMatchObject({ state: "superseded", slug: null });
});

test("what was changed as asked waits for the editor who asked, and not at the end of the queue", async () => {
  const { id, author, editor } = version;
  const move = (name: Move, actor: Actor) =>
    moveVersion({ id, basedOn: revisions, move: name, actor, reason: "How many flats?" });
  await move("submit", author);
  const token = await linkFor("track");
  expect(await findTracked(token)).toMatchObject({ state: "submitted", ahead: 0, backWithEditor: false });
  await move("take", editor);
  await move("requestChanges", editor);
  await move("submit", author);
  expect(await findTracked(token)).toMatchObject({ state: "submitted", ahead: null, backWithEditor: true });
  await db.person.update({ where: { id: editor.id }, data: { active: false } });
  expect(await findTracked(token)).toMatchObject({ state: "submitted", ahead: 0, backWithEditor: false });
});

test("its place in the queue is the one that editors see, also after it was put back or taken back", async () => {
  const day = (number: number) => new Date(Date.UTC(2027, 4, number, 9));
  const { id, author, editor } = version;
  const move = (name: Move, actor: Actor, now: Date) =>
    moveVersion({ id, basedOn: revisions, move: name, actor, reason: "Because", now });
  const aheadOf = async () => (await findTracked(token))?.ahead;
  // Whatever the tests before have sent is not waiting.
  await db.version.updateMany({ where: { state: "submitted" }, data: { state: "declined" } });
  await move("submit", author, day(3));
  const token = await linkFor("track");
  await aVersion("submitted", {}, day(4));
  const back = await aVersion("changes_requested", {}, day(2));
  await moveVersion({ id: back.id, basedOn: 1, move: "submit", actor: back.author, now: day(5) });
  expect(await aheadOf()).toBe(0);
  await move("take", editor, day(6));
  await move("unassign", editor, day(6));
  expect(await aheadOf()).toBe(0);
  expect((await findDesk(id))?.sentAt).toEqual(day(3));
  await move("takeBack", author, day(7));
  await move("submit", author, day(8));
  expect(await aheadOf()).toBe(1);
  expect((await findDesk(id))?.sentAt).toEqual(day(8));
});

test("one’s own list calls it what its author sent while an editor works on it", async () => {
  const { id, author, editor } = version;
  await moveVersion({ id, basedOn: revisions, move: "submit", actor: author });
  await moveVersion({ id, basedOn: revisions, move: "take", actor: editor });
  await saveRevision({ id, basedOn: revisions, answers: await answersOf(id, { title: "Last" }), actor: editor });
  const { token } = await createLink(db, { purpose: "mine", personId: author.id, now });
  expect((await findMine(token))?.sent.map(({ title }) => title)).toEqual(["Night buses for the harbour festival"]);
});

test("one’s own list reads the newest words of each case study and no others", async () => {
  const other = await aVersion("in_review");
  await db.version.update({ where: { id: other.id }, data: { authorId: version.author.id } });
  const { token } = await createLink(db, { purpose: "mine", personId: version.author.id, now });
  expect(await countCopies(() => findMine(token))).toBe(2);
});
