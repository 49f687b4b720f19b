import { describe, expect, onTestFinished, test, vi } from "vitest";
import { previewLetter } from "#lib/commands/letters/preview-letter.ts";
import { writeLetter } from "#lib/commands/letters/write-letter.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { startNextVersion } from "#lib/commands/workflow/start-next-version.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import { findLetter } from "#lib/data/letters/letters.ts";
import { addDays } from "#lib/domain/calendar/london-days.ts";
import { reviewAfter } from "#lib/domain/review.ts";
import { onDay } from "#lib/mail/words/phrases.ts";
import { emailOf } from "#tests/support/letters.ts";
import { aPerson } from "#tests/support/people.ts";
import { aNextVersion } from "#tests/support/next-versions.ts";
import { answersOf, aVersion, walkTo } from "#tests/support/versions.ts";
import { steps } from "#tests/support/workflow-table.ts";

const toAuthor = steps.filter(({ by, letter }) => by === "editor" && letter === "author");
const secret = /[\w-]{43}/;
const reason = "The figures <b> do not agree.\n\nSay which are right.";

describe("the letter shown before a move is the one that is sent, but for the link", () => {
  test.each(toAuthor)("$move from $state", async ({ move, state, to, reason: asked }) => {
    const { id, author } = await aVersion(state);
    const { id: actorId } = await aPerson("editor");
    const actor = { kind: "person" as const, id: actorId, role: "editor" as const, name: "A editor" };
    const publishAt = new Date("2099-05-01T08:00Z");
    const goal = to === "where it was" ? "submitted" : to;
    const shown = await previewLetter({ versionId: id, move, to: goal, actor, reason, publishAt });

    const moved = await moveVersion({ id, basedOn: 1, move, actor, reason, details: { publishAt } });
    expect(moved).toMatchObject({ ok: true });
    const event = await db.event.findFirstOrThrow({ where: { versionId: id, kind: move } });
    const owed = await db.letter.findFirstOrThrow({ where: { eventId: event.id } });
    const sent = await writeLetter((await findLetter(owed.id))!);

    const withoutLinks = ({ button: _, ...letter }: NonNullable<typeof shown>["letter"]) => letter;
    expect(withoutLinks(shown!.letter)).toEqual(withoutLinks(sent));
    // A page that is published for the first time has no address yet.
    if (move !== "publish") expect(shown!.letter.button?.text).toBe(sent.button?.text);
    expect(shown!.letter.button?.url ?? "").not.toMatch(secret);
    expect(shown?.to).toEqual([await emailOf(author.id)]);
    if (asked) expect(shown?.letter.quote?.words).toBe(reason);
  });
});

describe("the letter about a publication says who will be asked about it, on the day that the settings come to", () => {
  test.each([
    [true, "we will ask the contact on its page whether"],
    [false, "we will ask you whether"],
  ])("whose contact readers are shown: %s", async (contactConsent, words) => {
    vi.stubEnv("REVIEW_MONTHS", "6");
    vi.stubEnv("REVIEW_NOTICE_DAYS", "10");
    onTestFinished(() => {
      for (const name of ["REVIEW_MONTHS", "REVIEW_NOTICE_DAYS"]) vi.stubEnv(name, undefined);
    });
    const { id, editor } = await aVersion("accepted", { contactConsent });
    const now = new Date();
    expect(await moveVersion({ id, basedOn: 1, move: "publish", actor: editor, now })).toMatchObject({ ok: true });
    const owed = await db.letter.findFirstOrThrow({ where: { kind: "publish", event: { versionId: id } } });
    const { paragraphs } = await writeLetter((await findLetter(owed.id))!);
    expect(paragraphs.at(-1)).toBe(`On ${onDay(addDays(reviewAfter(now, 6), -10))} ${words} it is still right.`);
  });
});

test("a move that writes to nobody, or to oneself, shows no letter", async () => {
  const { id, editor } = await aVersion("submitted");
  const actor = { ...editor, name: "A editor" };
  expect(await previewLetter({ versionId: id, move: "take", to: "in_review", actor, reason: "" })).toBeNull();
  expect(await previewLetter({ versionId: id, move: "hold", to: "held", actor, reason: "" })).toBeNull();
});

describe("what becomes of a page that an editor wrote anew", () => {
  test("is told whoever sent in what was published before, and shown so", async () => {
    const first = await aVersion("published");
    const { editor: writer, caseStudyId } = first;
    const editor = await aPerson("editor");
    const started = await startNextVersion({ caseStudyId, actor: writer });
    const id = started.ok ? started.value.versionId : "";
    await walkTo("accepted", { id, author: writer, editor });
    const actor = { ...editor, name: "A editor" };
    const to = (await Promise.all([writer.id, first.author.id].map(emailOf))).toSorted();
    const moves = [
      { move: "publish", to: "published" },
      { move: "withdraw", to: "withdrawn" },
      { move: "restore", to: "published" },
      { move: "unpublish", to: "unpublished" },
    ] as const;
    for (const one of moves) {
      expect(await previewLetter({ versionId: id, ...one, actor, reason })).toMatchObject({ to });
      expect(await moveVersion({ id, basedOn: 1, move: one.move, actor: editor, reason })).toMatchObject({ ok: true });
      const owed = await db.letter.findMany({
        where: { kind: one.move, event: { versionId: id } },
        include: { to: true },
      });
      expect(owed.map((letter) => letter.to?.email).toSorted()).toEqual(to);
    }
    // Nothing of a version that is not public is theirs to hear of.
    expect(await db.letter.count({ where: { kind: "accept", toId: first.author.id, event: { versionId: id } } })).toBe(
      0,
    );
  });

  test("is told the council alone where it wrote the next version itself", async () => {
    const first = await aVersion("published");
    const next = await aNextVersion(first, "published");
    await moveVersion({ id: next.id, basedOn: 1, move: "withdraw", actor: first.editor, reason });
    const owed = await db.letter.findMany({ where: { kind: "withdraw", event: { versionId: next.id } } });
    expect(owed.map(({ toId }) => toId)).toEqual([first.author.id]);
  });
});

test("handing over shows the letter to whoever it goes to", async () => {
  const { id, editor } = await aVersion("in_review");
  const other = await aPerson("editor");
  const plan = {
    versionId: id,
    move: "handOver",
    to: "in_review",
    actor: { ...editor, name: "Ann" },
    reason: "",
  } as const;
  const shown = await previewLetter({ ...plan, assigneeId: other.id });
  expect(shown?.to).toEqual([await emailOf(other.id)]);
  expect(shown?.letter.paragraphs[0]).toContain("Ann has handed");
});

test("accepting edited text that its author asked to see shows the letter that shows it", async () => {
  const { id, editor } = await aVersion("in_review");
  await db.version.update({ where: { id }, data: { showEdits: true } });
  await saveRevision({ id, basedOn: 1, answers: await answersOf(id, { impact: "Use grew." }), actor: editor });
  const other = { ...(await aPerson("editor")), name: "A editor" };
  const shown = await previewLetter({ versionId: id, move: "accept", to: "accepted", actor: other, reason: "" });
  await moveVersion({ id, basedOn: 2, move: "accept", actor: other });
  const owed = await db.letter.findFirstOrThrow({ where: { kind: "showEdits", event: { versionId: id } } });
  const { button, ...sent } = await writeLetter((await findLetter(owed.id))!);
  expect(button?.url).toMatch(secret);
  expect(shown?.letter).toEqual({ ...sent, button: { text: button?.text, url: expect.not.stringMatching(secret) } });
});
