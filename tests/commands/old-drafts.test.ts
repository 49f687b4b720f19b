import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { deleteOldDrafts } from "#lib/commands/submissions/delete-old-drafts.ts";
import { remindOfOldDrafts } from "#lib/commands/submissions/remind-of-old-drafts.ts";
import { startDraft } from "#lib/commands/submissions/start-draft.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { startNextVersion } from "#lib/commands/workflow/start-next-version.ts";
import { db } from "#lib/data/db.ts";
import { findLetter, markEveryLetterSent, markSent, markUndeliverable } from "#lib/data/letters/letters.ts";
import { writeLetter } from "#lib/commands/letters/write-letter.ts";
import { aNextVersion } from "#tests/support/next-versions.ts";
import { aPicture } from "#tests/support/pictures.ts";
import { snapshot } from "#tests/support/snapshot.ts";
import { whereIs } from "#tests/support/tables.ts";
import { answersOf, aVersion, type AVersion } from "#tests/support/versions.ts";

const folder = await mkdtemp(join(tmpdir(), "casebook-files-"));
vi.stubEnv("FILES_DIR", folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

// Each test begins long after the one before it has ended, so that none finds another's drafts.
let start = new Date("2030-01-01T09:00:00Z");
const day = (count: number) => new Date(start.getTime() + count * 24 * 60 * 60 * 1000);
beforeEach(async () => {
  await deleteOldDrafts(day(5000));
  await remind(day(5000));
  await deleteOldDrafts(day(6000));
  start = day(10_000);
});

/** Reminds by letters that leave at once. */
async function remind(now: Date) {
  await remindOfOldDrafts(now);
  await markEveryLetterSent();
}

const isThere = async ({ id }: Pick<AVersion, "id">) => (await db.version.count({ where: { id } })) === 1;
const lettersAbout = (versionId: string) => db.letter.findMany({ where: { versionId, kind: "staleDraft" } });

async function touch({ id, author }: AVersion, now: Date, basedOn = 1) {
  const answers = await answersOf(id, { title: `Touched at ${now.toISOString()}` });
  expect(await saveRevision({ id, basedOn, answers, actor: author, now })).toMatchObject({ ok: true });
}

/** A next version that somebody else than its author begins. */
async function aNextVersionBy(actor: AVersion["editor"], of: AVersion, now: Date): Promise<AVersion> {
  const started = await startNextVersion({ caseStudyId: of.caseStudyId, actor, now });
  if (!started.ok) throw new Error(`A next version was refused: ${started.reason}`);
  return { ...of, id: started.value.versionId, author: actor };
}

describe("the letter about an old draft", () => {
  test("is owed once, when nobody has touched it for as long as the setting says", async () => {
    const draft = await aVersion("draft", {}, start);
    expect(await remindOfOldDrafts(day(75))).toBe(0);
    expect(await remindOfOldDrafts(day(77))).toBe(1);
    expect(await remindOfOldDrafts(day(80))).toBe(0);
    expect(await lettersAbout(draft.id)).toMatchObject([{ toId: draft.author.id, eventId: null, queuedAt: day(77) }]);
  });

  test("is owed once more after it was touched and left again", async () => {
    const draft = await aVersion("draft", {}, start);
    await remindOfOldDrafts(day(77));
    await touch(draft, day(80));
    expect(await remindOfOldDrafts(day(80 + 75))).toBe(0);
    expect(await remindOfOldDrafts(day(80 + 77))).toBe(1);
  });

  test("is owed for each of a person’s drafts, and once though several processes look at the same moment", async () => {
    const published = [await aVersion("published", {}, start), await aVersion("published", {}, start)];
    const [{ editor }] = published as [AVersion];
    const two: AVersion[] = [];
    for (const one of published) two.push(await aNextVersionBy(editor, one, start));
    const counts = await Promise.all(Array.from({ length: 6 }, () => remindOfOldDrafts(day(77))));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
    for (const { id } of two) expect(await lettersAbout(id)).toHaveLength(1);
  });

  test("is owed for one that was sent and taken back, and for no version in another state", async () => {
    const sent = await aVersion("submitted", {}, start);
    const declined = await aVersion("declined", {}, start);
    expect(await remindOfOldDrafts(day(77))).toBe(0);
    await moveVersion({ id: sent.id, basedOn: 1, move: "takeBack", actor: sent.author, now: day(78) });
    expect(await remindOfOldDrafts(day(78 + 75))).toBe(0);
    expect(await remindOfOldDrafts(day(78 + 77))).toBe(1);
    expect(await lettersAbout(declined.id)).toEqual([]);
  });

  test("keeps to the setting", async () => {
    vi.stubEnv("DRAFT_REMINDER_DAYS", "10");
    onTestFinished(() => void vi.stubEnv("DRAFT_REMINDER_DAYS", undefined));
    await aVersion("draft", {}, start);
    expect(await remindOfOldDrafts(day(11))).toBe(1);
  });
});

describe("an old draft", () => {
  test("is kept while the letter has not left, then for as long as the letter says", async () => {
    const draft = await aVersion("draft", {}, start);
    await remindOfOldDrafts(day(76));
    expect(await deleteOldDrafts(day(120))).toBe(0);
    const [letter] = await lettersAbout(draft.id);
    const owed = await findLetter(letter?.id ?? "");
    if (!owed) throw new Error("No letter is owed");
    const { paragraphs } = await writeLetter(owed, { now: day(120) });
    const said = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "Europe/London" }).format(day(134));
    expect(paragraphs.join()).toContain(`Yours will be deleted on ${said}.`);
    await markSent(owed.id, day(120));
    expect(await deleteOldDrafts(day(133))).toBe(0);
    expect(await isThere(draft)).toBe(true);
    expect(await deleteOldDrafts(day(135))).toBe(1);
  });

  test("goes when the letter was given up, a fortnight after that", async () => {
    const draft = await aVersion("draft", {}, start);
    await remindOfOldDrafts(day(77));
    const [letter] = await lettersAbout(draft.id);
    await markUndeliverable(letter?.id ?? "", "There is no such mailbox.", true);
    expect(await deleteOldDrafts(day(77 + 5 + 13))).toBe(0);
    expect(await deleteOldDrafts(day(77 + 5 + 15))).toBe(1);
  });

  test("is not taken for written to because of a letter about an earlier silence that left late", async () => {
    const draft = await aVersion("draft", {}, start);
    await remindOfOldDrafts(day(77));
    await touch(draft, day(80));
    await db.letter.updateMany({ where: { versionId: draft.id }, data: { sentAt: day(81) } });
    await remindOfOldDrafts(day(80 + 77));
    expect(await deleteOldDrafts(day(400))).toBe(0);
  });

  test("a day before its time is kept whole, and a day after it is gone from every table and from the folder (V14.2.4)", async () => {
    const draft = await aVersion("draft", {}, start);
    const picture = await aPicture(draft, { now: start });
    const ids = await idsOf(draft);
    expect(await whereIs(...ids)).toEqual(expect.arrayContaining(["Attachment.id", "Contact.id", "Revision.answers"]));
    await remind(day(76));

    const before = await snapshot();
    expect(await deleteOldDrafts(day(89))).toBe(0);
    expect(await snapshot()).toEqual(before);
    expect(await readdir(folder)).toContain(picture.key);

    expect(await deleteOldDrafts(day(91))).toBe(1);
    expect(await whereIs(...ids)).toEqual([]);
    expect(await readdir(folder)).not.toContain(picture.key);
  });

  test("takes its author along who is there for nothing else, and leaves one who is", async () => {
    const [draft, another] = [await aVersion("draft", {}, start), await aVersion("published", {}, start)];
    const second = await startNextVersion({ caseStudyId: another.caseStudyId, actor: another.editor, now: start });
    await remind(day(76));
    expect(await deleteOldDrafts(day(91))).toBe(2);
    expect(second.ok && (await isThere({ id: second.value.versionId }))).toBe(false);
    const left = await db.person.findMany({ where: { id: { in: [draft.author.id, another.editor.id] } } });
    expect(left.map(({ id }) => id)).toEqual([another.editor.id]);
  });

  test("of nobody, who cannot be written to, goes in its time", async () => {
    const started = await startDraft({ answers: { title: "Nobody’s" }, now: start });
    const id = started.ok ? started.value.versionId : "";
    expect(await deleteOldDrafts(day(89))).toBe(0);
    expect(await isThere({ id })).toBe(true);
    expect(await deleteOldDrafts(day(91))).toBe(1);
    expect(await isThere({ id })).toBe(false);
  });

  test("is kept after a pause of the jobs until its author has had the letter for as long as ever", async () => {
    const draft = await aVersion("draft", {}, start);
    expect(await deleteOldDrafts(day(400))).toBe(0);
    await remind(day(400));
    expect(await deleteOldDrafts(day(413))).toBe(0);
    expect(await isThere(draft)).toBe(true);
    expect(await deleteOldDrafts(day(415))).toBe(1);
  });

  test("is kept when somebody touches it after the letter", async () => {
    const draft = await aVersion("draft", {}, start);
    await remind(day(77));
    await touch(draft, day(89));
    expect(await deleteOldDrafts(day(91))).toBe(0);
    expect(await deleteOldDrafts(day(300))).toBe(0);
    expect(await isThere(draft)).toBe(true);
  });

  test("that was sent and taken back goes like any other", async () => {
    const draft = await aVersion("submitted", {}, start);
    await moveVersion({ id: draft.id, basedOn: 1, move: "takeBack", actor: draft.author, now: start });
    await remind(day(77));
    expect(await deleteOldDrafts(day(92))).toBe(1);
    expect(await whereIs(...(await idsOf(draft)))).toEqual([]);
  });

  test("goes once, whatever the number of processes", async () => {
    const drafts = [await aVersion("draft", {}, start), await aVersion("draft", {}, start)];
    await remind(day(76));
    const counts = await Promise.all(Array.from({ length: 6 }, () => deleteOldDrafts(day(91))));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(drafts.length);
  });
});

describe("an old draft of a next version", () => {
  test("goes alone, with what only it named; the published page and its files stay, and numbers go on", async () => {
    const published = await aVersion("draft", {}, start);
    const shown = await aPicture(published, { now: start });
    for (const [move, actor] of [
      ["submit", published.author],
      ["take", published.editor],
      ["accept", published.editor],
      ["publish", published.editor],
    ] as const)
      await moveVersion({ id: published.id, basedOn: 2, move, actor, now: start });
    const old = await aNextVersion(published, "draft", start);
    const own = await aPicture(old, { now: start });
    const newer = await aNextVersionBy(published.editor, published, start);
    await remind(day(76));
    await touch(newer, day(80));

    expect(await deleteOldDrafts(day(91))).toBe(1);

    expect([await isThere(old), await isThere(newer), await isThere(published)]).toEqual([false, true, true]);
    expect(await readdir(folder)).toContain(shown.key);
    expect(await readdir(folder)).not.toContain(own.key);
    expect(await whereIs(own.id)).toEqual([]);
    expect(await db.contact.count({ where: { caseStudyId: published.caseStudyId } })).toBe(1);
    expect(await isThere(await aNextVersion(published))).toBe(true);
  });
});

describe("a file that no row names", () => {
  test("is removed by the next run, unless it is new, or not one of ours", async () => {
    const orphan = `${randomUUID()}.webp`;
    for (const name of [orphan, "a-file-of-somebody-elses.webp"]) await writeFile(join(folder, name), "x");
    const draft = await aVersion("draft", {}, start);
    const named = await aPicture(draft, { now: start });

    await deleteOldDrafts(new Date());
    expect(await readdir(folder)).toContain(orphan);
    await deleteOldDrafts(start);
    expect(await readdir(folder)).not.toContain(orphan);
    expect(await readdir(folder)).toEqual(expect.arrayContaining(["a-file-of-somebody-elses.webp", named.key]));
  });
});

/** The ids of a draft and of everything that hangs on it. */
async function idsOf({ id, caseStudyId }: AVersion): Promise<string[]> {
  const mine = { where: { caseStudyId }, select: { id: true } };
  const rows = [
    ...(await db.contact.findMany(mine)),
    ...(await db.attachment.findMany(mine)),
    ...(await db.event.findMany({ where: { versionId: id }, select: { id: true } })),
    ...(await db.letter.findMany({ where: { event: { versionId: id } }, select: { id: true } })),
    ...(await db.link.findMany({ where: { versionId: id }, select: { id: true } })),
  ];
  return [id, caseStudyId, ...rows.map((row) => row.id)];
}
