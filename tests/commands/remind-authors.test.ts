import { beforeEach, expect, test } from "vitest";
import { remindAuthors } from "#lib/commands/letters/remind-authors.ts";
import { whyNotSend } from "#lib/commands/letters/why-not-send.ts";
import { writeLetter } from "#lib/commands/letters/write-letter.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { db } from "#lib/data/db.ts";
import { findLetter } from "#lib/data/letters/letters.ts";
import { render } from "#lib/mail/render.ts";
import type { State } from "#lib/domain/workflow/states.ts";
import { answersOf, aVersion } from "#tests/support/versions.ts";

// Each test begins long after the one before it has ended, so that none finds another's.
let start = new Date("2030-01-01T09:00:00Z");
const day = (count: number) => new Date(start.getTime() + count * 24 * 60 * 60 * 1000);
beforeEach(() => {
  start = day(1000);
});

const remindersOf = (versionId: string) =>
  db.letter.findMany({ where: { event: { versionId }, kind: { in: ["remindToConfirm", "remindOfChanges"] } } });

async function written(id: string) {
  const letter = await findLetter(id);
  if (!letter) throw new Error("There is no such letter");
  return render(await writeLetter(letter, { now: letter.queuedAt })).text;
}

/** A submission whose author has not proved their address. */
async function anUnconfirmed(now: Date) {
  const version = await aVersion("draft", {}, now);
  await db.person.update({ where: { id: version.author.id }, data: { emailProvedAt: null } });
  const sent = await moveVersion({ id: version.id, basedOn: 1, move: "submit", actor: version.author, now });
  expect(sent).toEqual({ ok: true, value: "unconfirmed" });
  return version;
}

test("whoever has not confirmed their address after three days is written to once more, with a link that works", async () => {
  const { id, author } = await anUnconfirmed(start);
  expect(await remindAuthors(day(2.9))).toBe(0);
  expect(await Promise.all([remindAuthors(day(3)), remindAuthors(day(3))])).toEqual(expect.arrayContaining([1, 0]));
  expect(await remindAuthors(day(20))).toBe(0);
  const [letter] = await remindersOf(id);
  expect(letter).toMatchObject({ kind: "remindToConfirm", toId: author.id });
  expect(await written(letter?.id ?? "")).toMatch(/Confirm your e-mail address:?\s+\S+\/[\w-]{43}\s/);
});

test("whoever has not touched what changes were asked for in four weeks is reminded, with what was asked", async () => {
  const { id, author } = await aVersion("changes_requested", {}, start);
  const answers = await answersOf(id, { lessons: "We began to change it." });
  await saveRevision({ id, basedOn: 1, answers, actor: author, now: day(20) });
  expect(await remindAuthors(day(47))).toBe(0);
  expect(await remindAuthors(day(48))).toBe(1);
  expect(await remindAuthors(day(80))).toBe(0);
  const [letter] = await remindersOf(id);
  expect(await written(letter?.id ?? "")).toContain("> Because of the test");
});

test("what others are asked about the text meanwhile is no word of the editor’s, and begins nothing anew", async () => {
  const { id, editor } = await aVersion("changes_requested", {}, start);
  const checked = { versionId: id, revision: 1, fromState: "changes_requested", toState: "changes_requested" } as const;
  await db.event.create({
    data: { ...checked, kind: "answerFactCheck", reason: "wrong", at: day(5), actorId: editor.id },
  });
  expect(await remindAuthors(day(28))).toBe(1);
  const [letter] = await remindersOf(id);
  expect(await written(letter?.id ?? "")).toContain("> Because of the test");
});

test("nobody is written to who has answered by the time that it leaves", async () => {
  const { id, author } = await aVersion("changes_requested", {}, start);
  await remindAuthors(day(28));
  const [owed] = await remindersOf(id);
  const whyNot = async () => whyNotSend((await findLetter(owed?.id ?? ""))!);
  expect(await whyNot()).toBeNull();
  await moveVersion({ id, basedOn: 1, move: "submit", actor: author, now: day(28) });
  expect(await whyNot()).toBe("Its author has answered meanwhile.");
});

test.each<[State, number]>([
  ["draft", 40],
  ["submitted", 40],
  ["in_review", 40],
  ["changes_requested", 27],
  ["changes_requested", 89],
  ["accepted", 40],
])("nobody is written to about what is %s for %s days", async (state, days) => {
  await aVersion(state, {}, start);
  expect(await remindAuthors(day(days))).toBe(0);
});
