import { beforeEach, describe, expect, test } from "vitest";
import { writeLetter } from "#lib/commands/letters/write-letter.ts";
import { erasePerson } from "#lib/commands/people/erasing/erase-person.ts";
import { answerEdits } from "#lib/commands/review/answer-edits.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { publishDue } from "#lib/commands/workflow/publish-due.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { db } from "#lib/data/db.ts";
import { findLetter } from "#lib/data/letters/letters.ts";
import { findShownEdits, findToldEdits, getEditedWords } from "#lib/data/review/edits.ts";
import type { Actor } from "#lib/domain/workflow/decide.ts";
import type { Move } from "#lib/domain/workflow/moves.ts";
import { createLog } from "#lib/ops/log.ts";
import { aPerson } from "#tests/support/people.ts";
import { snapshot } from "#tests/support/snapshot.ts";
import { answersOf, aVersion, someContact, type AVersion } from "#tests/support/versions.ts";

/** A Monday: the tenth working day after it ends on Monday a fortnight later. */
const shownAt = new Date("2027-06-07T09:00:00Z");
const lastMoment = new Date("2027-06-21T22:59:59.999Z");
const tooLate = new Date("2027-06-21T23:00:00Z");
const held = { ok: false, reason: "awaiting-council" };
const done = { ok: true, value: null };

let version: AVersion;
let reader: AVersion["editor"];

/** Moves the version on as it is, whatever its revision. */
async function move(name: Move, actor: Actor, now = shownAt, details = {}) {
  const { latestRevision: basedOn } = await db.version.findUniqueOrThrow({ where: { id: version.id } });
  return moveVersion({ id: version.id, basedOn, move: name, actor, reason: "Because", details, now });
}

async function edit(changes: Record<string, unknown>, actor: Actor = version.editor) {
  const { id } = version;
  const { latestRevision: basedOn } = await db.version.findUniqueOrThrow({ where: { id } });
  const saved = await saveRevision({ id, basedOn, answers: await answersOf(id, changes), actor });
  if (!saved.ok) throw new Error(`The edit was refused: ${saved.reason}`);
  return saved.value.revision;
}

const answer = (what: Parameters<typeof answerEdits>[0]["answer"], actor: Actor = version.author, basedOn = 2) =>
  answerEdits({ versionId: version.id, basedOn, answer: what, actor, now: shownAt });
const approve = (actor?: Actor, basedOn?: number) => answer({ approves: true }, actor, basedOn);
const publish = (now = shownAt) => move("publish", reader, now);
const schedule = (now = shownAt) => move("schedule", reader, now, { publishAt: new Date("2027-07-01T08:00Z") });
const kindsOf = async () => {
  const events = await db.event.findMany({ where: { versionId: version.id }, orderBy: { at: "asc" } });
  return events.map(({ kind, revision }) => `${kind} ${revision}`);
};
const lettersAfter = (event: string) =>
  db.letter.findMany({ where: { event: { versionId: version.id, kind: event } }, include: { event: true } });

// History is read in the order of its times.
const later = new Date(shownAt.getTime() + 60_000);

/** Asks for changes, which the author makes and sends, and takes it again. */
async function sendBackAnd(changes: Record<string, unknown>) {
  await move("requestChanges", version.editor);
  await edit(changes, version.author);
  await move("submit", version.author, later, { showEdits: true });
  await move("take", reader, later);
}

/** With an editor, for an author who asked to see what is changed. */
beforeEach(async () => {
  version = await aVersion("draft");
  reader = await aPerson("editor");
  await move("submit", version.author, shownAt, { showEdits: true });
  await move("take", version.editor);
});

describe("accepting words that an editor changed", () => {
  test("shows them to the author in one letter, and publication waits ten working days", async () => {
    await edit({ impact: "Use grew." });
    expect(await move("accept", reader)).toMatchObject({ ok: true });

    expect(await kindsOf()).toEqual(expect.arrayContaining(["accept 2", "showEdits 2"]));
    expect(await lettersAfter("accept")).toEqual([]);
    const [letter, ...others] = await lettersAfter("showEdits");
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ toId: version.author.id, kind: "showEdits" });
    const owed = await findLetter(letter?.id ?? "");
    const written = owed && (await writeLetter(owed));
    expect(written?.button?.url).toMatch(/\/track\/[\w-]{43}\/edits$/);
    expect(written?.paragraphs.join()).toContain("until the end of 21 June 2027");
    const shown = { revision: 2, shownAt, answerBy: lastMoment, approvedAt: null, comments: [] };
    expect(await findShownEdits(version.id, lastMoment)).toEqual({ ...shown, waiting: true });
    expect(await findShownEdits(version.id, tooLate)).toEqual({ ...shown, waiting: false });
    const { own, edited } = await getEditedWords(version.id, 2);
    expect([own, edited].map(({ answers }) => answers["impact"])).toEqual([
      "Use grew every week but two.",
      "Use grew.",
    ]);
    expect(edited.contact).toMatchObject(someContact);

    const before = await snapshot();
    for (const now of [shownAt, lastMoment]) expect([await publish(now), await schedule(now)]).toEqual([held, held]);
    const administrator = await aPerson("administrator");
    const everything = { ...(await snapshot()), Person: before["Person"] };
    expect([await move("publish", administrator), everything]).toEqual([held, before]);
    expect(await publish(tooLate)).toEqual({ ok: true, value: "published" });
  });

  test("shows nothing when the author did not ask for it", async () => {
    await db.version.update({ where: { id: version.id }, data: { showEdits: false } });
    await edit({ impact: "Use grew." });
    await move("accept", reader);
    expect(await findShownEdits(version.id)).toBeNull();
    expect(await lettersAfter("accept")).toHaveLength(1);
    expect(await publish()).toMatchObject({ ok: true });
  });

  test.each([
    ["nobody changed anything", async () => undefined],
    [
      "a change was undone",
      async () => [await edit({ people: "x" }), await edit({ people: (await sentWords()).people })],
    ],
    [
      "the author has put their own words in their place",
      async () => {
        await edit({ impact: "Use grew." });
        await sendBackAnd({ impact: "Use grew in ten weeks of twelve." });
      },
    ],
    [
      "the author has put their words back",
      async () => {
        await edit({ impact: "Use grew." });
        await sendBackAnd({ impact: (await sentWords()).impact });
      },
    ],
  ])("shows nothing when %s", async (_, change) => {
    await change();
    expect(await move("accept", reader)).toMatchObject({ ok: true });
    expect(await findShownEdits(version.id)).toBeNull();
    expect(await publish()).toMatchObject({ ok: true });
  });

  const sentWords = async () => (await getEditedWords(version.id, 1)).own.answers as { people: string; impact: string };
});

describe("words that an editor changed before asking for changes", () => {
  beforeEach(async () => {
    await edit({ title: "Buses at night", people: "You get home." });
  });

  const told = async () => {
    const revision = await findToldEdits(version.id);
    return revision && (await getEditedWords(version.id, revision));
  };
  const sides = (words: Awaited<ReturnType<typeof told>>, key: string) =>
    words && [words.own, words.edited].map(({ answers }) => answers[key]);

  test("are told to the author while they have it, and after they sent it", async () => {
    expect(await told()).toBeNull();
    await move("requestChanges", version.editor);
    expect(sides(await told(), "title")).toEqual(["Night buses for the harbour festival", "Buses at night"]);
    await edit({ people: "You get home late.", lessons: "Tell the drivers." }, version.author);
    expect(sides(await told(), "people")).toEqual(["You get home late.", "You get home late."]);

    await move("submit", version.author, later, { showEdits: true });
    expect(sides(await told(), "title")).toEqual(["Night buses for the harbour festival", "Buses at night"]);
    await move("take", reader, later);
    await edit({ impact: "Not finished." });
    expect(sides(await told(), "impact")).toEqual(["Use grew every week but two.", "Use grew every week but two."]);
    await move("decline", reader, later);
    expect(await told()).toBeNull();
  });

  test("are told in the letter that asks for them, as it was then", async () => {
    await move("requestChanges", version.editor);
    const letter = async () => {
      const [owed] = await lettersAfter("requestChanges");
      const found = await findLetter(owed?.id ?? "");
      return (found && (await writeLetter(found)))?.paragraphs.join(" ");
    };
    expect(await letter()).toContain("changed some of your words");
    await edit({ ...(await answersOf(version.id)), title: "Night buses", people: "You." }, version.author);
    expect(await letter()).toContain("changed some of your words");
  });

  test("are shown to an author who asked for it, when they are accepted after all", async () => {
    await sendBackAnd({ lessons: "Tell the drivers." });
    await move("accept", await aPerson("editor"), later);
    expect(await findShownEdits(version.id, later)).toMatchObject({ waiting: true });
    expect(await lettersAfter("showEdits")).toHaveLength(1);
    const words = await getEditedWords(version.id, 3);
    expect(sides(words, "title")).toEqual(["Night buses for the harbour festival", "Buses at night"]);
    expect(sides(words, "lessons")).toEqual(["Tell the drivers.", "Tell the drivers."]);
  });

  test("are no edits any more once the author has agreed to them", async () => {
    await move("accept", reader);
    await approve();
    await move("reopen", reader);
    await sendBackAnd({ lessons: "Tell the drivers." });
    await move("accept", reader, later);
    expect(await lettersAfter("showEdits")).toHaveLength(1);
  });
});

test("a letter that asks for changes says so where every word is still the author’s", async () => {
  await move("requestChanges", version.editor);
  const [owed] = await lettersAfter("requestChanges");
  const found = await findLetter(owed?.id ?? "");
  const letter = found && (await writeLetter(found));
  expect(letter?.paragraphs.join(" ")).toContain("What you wrote is all there.");
  expect(letter?.paragraphs.join(" ")).not.toContain("changed some");
});

describe("the answer", () => {
  beforeEach(async () => {
    await edit({ impact: "Use grew." });
    await move("accept", reader);
  });

  test("yes ends the wait, and tells the editor it is with", async () => {
    expect(await Promise.all([approve(), approve(), approve()])).toEqual([done, done, done]);
    expect((await kindsOf()).filter((kind) => kind.startsWith("approve"))).toEqual(["approveEdits 2"]);
    expect(await lettersAfter("approveEdits")).toMatchObject([{ toId: version.editor.id }]);
    expect(await findShownEdits(version.id)).toMatchObject({ answerBy: null, approvedAt: shownAt });
    expect(await answer({ comments: "After all, no." })).toEqual({ ok: false, reason: "approved" });
    expect(await schedule()).toEqual({ ok: true, value: "scheduled" });
  });

  const sides = async (revision: number) => {
    const { own, edited } = await getEditedWords(version.id, revision);
    return [own, edited].map(({ answers }) => answers["impact"]);
  };

  test("yes leaves to be read what was changed, and of a later text what was changed since", async () => {
    const before = await sides(2);
    expect(before).toEqual(["Use grew every week but two.", "Use grew."]);
    await approve();
    expect(await sides(2)).toEqual(before);

    await move("reopen", reader);
    await edit({ impact: "Use grew a little." });
    await move("accept", reader, later);
    const since = ["Use grew.", "Use grew a little."];
    expect(await sides(3)).toEqual(since);
    const yes = { versionId: version.id, basedOn: 3, answer: { approves: true }, actor: version.author } as const;
    expect(await answerEdits({ ...yes, now: later })).toEqual(done);
    expect(await sides(3)).toEqual(since);
  });

  test("with comments goes to the editor word for word, and the wait goes on", async () => {
    const words = "The second figure\nwas ours.";
    expect([await answer({ comments: ` ${words} ` }), await answer({ comments: words })]).toEqual([done, done]);
    const [letter, ...others] = await lettersAfter("commentOnEdits");
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ toId: version.editor.id, event: { reason: words, actorId: version.author.id } });
    const owed = await findLetter(letter?.id ?? "");
    expect(owed && (await writeLetter(owed)).quote).toEqual({ by: "They wrote:", words });

    expect([await publish(lastMoment), await publish(tooLate)]).toEqual([held, { ok: true, value: "published" }]);
  });

  test("with comments may be followed by more of them, and by a yes", async () => {
    for (const comments of ["First.", "Second."]) expect(await answer({ comments })).toEqual(done);
    expect(await approve()).toEqual(done);
    expect(await findShownEdits(version.id)).toMatchObject({ comments: [{ text: "First." }, { text: "Second." }] });
    expect(await publish()).toMatchObject({ ok: true });
  });

  test("is nobody else’s, not about other words, and says something", async () => {
    const stranger = await aPerson();
    const before = await snapshot();
    for (const actor of [version.editor, reader, stranger, { kind: "clock" }, { kind: "rules" }] satisfies Actor[])
      expect(await approve(actor)).toEqual({ ok: false, reason: "not-allowed" });
    const elsewhere = { kind: "holder", versionId: stranger.id } as const;
    expect(await approve(elsewhere)).toEqual({ ok: false, reason: "not-allowed" });
    for (const basedOn of [1, 3]) expect(await approve(undefined, basedOn)).toEqual({ ok: false, reason: "stale" });
    expect(await answer({ comments: " \n" })).toEqual({ ok: false, reason: "text-missing" });
    expect(await answer({ comments: "x".repeat(5001) })).toEqual({ ok: false, reason: "text-too-long" });
    expect(await snapshot()).toEqual(before);
    expect(await approve({ kind: "holder", versionId: version.id })).toEqual(done);
  });

  test("counts for the words it was about: opened again and changed, they are shown again", async () => {
    await approve();
    await move("reopen", reader);
    expect(await findShownEdits(version.id)).toBeNull();
    expect(await approve()).toEqual({ ok: false, reason: "not-allowed" });
    await edit({ impact: "Use grew a little." });
    const again = new Date("2027-06-14T09:00:00Z");
    await move("accept", reader, again);
    expect(await findShownEdits(version.id)).toMatchObject({ revision: 3, shownAt: again, approvedAt: null });
    expect(await publish(tooLate)).toEqual(held);
    expect(await approve(undefined, 3)).toEqual(done);
    expect(await publish(again)).toMatchObject({ ok: true });
  });

  test("counts still when they were opened again and not changed", async () => {
    await approve();
    await move("reopen", reader);
    await move("accept", reader);
    expect(await lettersAfter("accept")).toHaveLength(1);
    expect(await publish()).toMatchObject({ ok: true });
  });

  test("with comments ends with opening again, and the same words are shown anew", async () => {
    await answer({ comments: "Not like this." });
    await move("reopen", reader);
    const again = new Date("2027-06-14T09:00:00Z");
    await move("accept", reader, again);
    expect(await findShownEdits(version.id)).toMatchObject({ shownAt: again, comments: [] });
    expect(await lettersAfter("showEdits")).toHaveLength(2);
    expect(await publish(tooLate)).toEqual(held);
  });

  test("is waited for no longer once its author has been erased", async () => {
    await erasePerson({ personId: version.author.id });
    expect(await publish()).toEqual({ ok: true, value: "published" });
  });
});

test("the clock leaves alone what waits for an answer, quietly, and publishes it when the time comes", async () => {
  await edit({ impact: "Use grew." });
  await move("accept", reader);
  await db.version.update({ where: { id: version.id }, data: { state: "scheduled", publishAt: shownAt } });
  const lines: string[] = [];
  const log = createLog("warn", { write: (line) => void lines.push(line) });
  expect(await publishDue(lastMoment, log)).toBe(0);
  expect(lines).toEqual([]);
  expect(await publishDue(tooLate, log)).toBe(1);
  expect(await db.version.findUnique({ where: { id: version.id } })).toMatchObject({ state: "published" });
});

test("an answer and a publication at one moment leave one order of events", async () => {
  await edit({ impact: "Use grew." });
  await move("accept", reader);
  const [approved, published] = await Promise.all([approve(), publish()]);
  expect(approved).toEqual(done);
  expect([held, { ok: true, value: "published" }]).toContainEqual(published);
});
