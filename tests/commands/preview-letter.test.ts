import { describe, expect, test } from "vitest";
import { previewLetter } from "#lib/commands/letters/preview-letter.ts";
import { writeLetter } from "#lib/commands/letters/write-letter.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import { findLetter } from "#lib/data/letters/letters.ts";
import { aPerson } from "#tests/support/people.ts";
import { answersOf, aVersion } from "#tests/support/versions.ts";
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
    expect(shown?.to).toBe((await db.person.findUniqueOrThrow({ where: { id: author.id } })).email);
    if (asked) expect(shown?.letter.quote?.words).toBe(reason);
  });
});

test("a move that writes to nobody, or to oneself, shows no letter", async () => {
  const { id, editor } = await aVersion("submitted");
  const actor = { ...editor, name: "A editor" };
  expect(await previewLetter({ versionId: id, move: "take", to: "in_review", actor, reason: "" })).toBeNull();
  expect(await previewLetter({ versionId: id, move: "hold", to: "held", actor, reason: "" })).toBeNull();
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
  expect(shown?.to).toBe((await db.person.findUniqueOrThrow({ where: { id: other.id } })).email);
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
