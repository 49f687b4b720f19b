import { describe, expect, test } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { startNextVersion } from "#lib/commands/workflow/start-next-version.ts";
import { db } from "#lib/data/db.ts";
import type { Actor } from "#lib/domain/workflow/decide.ts";
import type { Move } from "#lib/domain/workflow/moves.ts";
import type { State } from "#lib/domain/workflow/states.ts";
import { aNextVersion } from "#tests/support/next-versions.ts";
import { aPerson } from "#tests/support/people.ts";
import { answersOf, aVersion } from "#tests/support/versions.ts";

const rounds = Array.from({ length: 20 }, (_, round) => round);
const move = (id: string, name: Move, actor: Actor) =>
  moveVersion({ id, basedOn: 1, move: name, actor, reason: "At the same moment" });

/** Whether a version's lines in history, in some order, lead from its beginning to the state it is in. */
async function historyOf(id: string) {
  const [{ state }, events] = await Promise.all([
    db.version.findUniqueOrThrow({ where: { id } }),
    db.event.findMany({ where: { versionId: id }, orderBy: { id: "asc" } }),
  ]);
  let reached: State | null = null;
  const left = [...events];
  for (;;) {
    const next = left.findIndex(({ fromState }) => fromState === reached);
    if (next < 0) break;
    [{ toState: reached }] = left.splice(next, 1) as [(typeof events)[number]];
  }
  return { state, kinds: events.map(({ kind }) => kind), unbroken: left.length === 0 && reached === state };
}

// Twenty rounds of whole workflows, on a machine that may have other work.
describe("two people move one version at the same moment", { timeout: 120_000 }, () => {
  test("publish and publish: one is told that it was published already (V2.3.4)", async () => {
    for (const _ of rounds) {
      const { id, editor } = await aVersion("accepted");
      const other = await aPerson("administrator");
      const outcomes = await Promise.all([move(id, "publish", editor), move(id, "publish", other)]);

      expect(outcomes).toContainEqual({ ok: true, value: "published" });
      expect(outcomes).toContainEqual({ ok: false, reason: "wrong-state" });
      const { state, kinds, unbroken } = await historyOf(id);
      expect({ state, unbroken }).toEqual({ state: "published", unbroken: true });
      expect(kinds.filter((kind) => kind === "publish")).toHaveLength(1);
    }
  });

  test("accept and request changes: one wins, and the letters say the same", async () => {
    for (const _ of rounds) {
      const { id, editor } = await aVersion("in_review");
      const other = await aPerson("editor");
      const outcomes = await Promise.all([move(id, "accept", editor), move(id, "requestChanges", other)]);

      const won = outcomes.filter((outcome) => outcome.ok);
      expect(won).toHaveLength(1);
      const { state, kinds, unbroken } = await historyOf(id);
      expect({ state, unbroken }).toEqual({ state: won[0]?.value, unbroken: true });
      expect(kinds).toHaveLength(4);
      const letters = await db.letter.findMany({ where: { event: { versionId: id } } });
      expect(letters.map(({ kind }) => kind)).toContain(state === "accepted" ? "accept" : "requestChanges");
      expect(letters).toHaveLength(3);
    }
  });

  test("take back and take: it is the author's again, and nobody's desk holds it", async () => {
    const lengths = new Set<number>();
    for (const round of rounds) {
      const { id, editor, author } = await aVersion("submitted");
      const both = [() => move(id, "takeBack", author), () => move(id, "take", editor)];
      const [first, second] = round % 2 ? both : both.toReversed();
      await Promise.all([first?.(), second?.()]);

      const { state, kinds, unbroken } = await historyOf(id);
      expect({ state, unbroken }).toEqual({ state: "draft", unbroken: true });
      expect(await db.version.findUnique({ where: { id } })).toMatchObject({ assigneeId: null });
      lengths.add(kinds.length);
    }
    expect([...lengths].every((length) => length === 3 || length === 4)).toBe(true);
  });

  test("publish the next version and withdraw the one before: the next one stands", async () => {
    for (const _ of rounds) {
      const first = await aVersion("published");
      const next = await aNextVersion(first, "accepted");
      const [published, withdrawn] = await Promise.all([
        move(next.id, "publish", first.editor),
        move(first.id, "withdraw", await aPerson("editor")),
      ]);

      expect(published).toEqual({ ok: true, value: "published" });
      if (!withdrawn.ok) expect(withdrawn.reason).toBe("wrong-state");
      const before = await historyOf(first.id);
      expect(before).toMatchObject({ state: "superseded", unbroken: true });
      expect(before.kinds.includes("withdraw")).toBe(withdrawn.ok);
      expect(await historyOf(next.id)).toMatchObject({ state: "published", unbroken: true });
      expect(await db.listing.count({ where: { caseStudyId: first.caseStudyId } })).toBe(1);
    }
  });

  test("submit and save: words saved are never lost, and a move is never about words it did not see", async () => {
    for (const _ of rounds) {
      const { id, author, editor } = await aVersion("changes_requested");
      const answers = await answersOf(id, { title: "Written at the same moment" });
      const [saved, submitted] = await Promise.all([
        saveRevision({ id, basedOn: 1, answers, actor: author }),
        move(id, "submit", author),
      ]);

      expect([saved.ok, submitted.ok].filter(Boolean)).toHaveLength(1);
      const version = await db.version.findUniqueOrThrow({ where: { id } });
      expect(version.latestRevision).toBe(saved.ok ? 2 : 1);
      expect(version.state).toBe(saved.ok ? "changes_requested" : "submitted");
      expect(version.assigneeId).toBe(editor.id);
    }
  });
});

test("several people start the next version at the same moment: each has a draft with a number of its own", async () => {
  const { caseStudyId } = await aVersion("published");
  const editors = await Promise.all(rounds.slice(0, 6).map(() => aPerson("editor")));
  const outcomes = await Promise.all(editors.map((actor) => startNextVersion({ caseStudyId, actor })));
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  const versions = await db.version.findMany({ where: { caseStudyId }, orderBy: { number: "asc" } });
  expect(versions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});
