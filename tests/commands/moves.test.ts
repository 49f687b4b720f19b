import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import type { Actor } from "#lib/domain/workflow/decide.ts";
import { moves, type Move } from "#lib/domain/workflow/moves.ts";
import { states, type State } from "#lib/domain/workflow/states.ts";
import { aVersionIn } from "#tests/support/next-versions.ts";
import { aPerson } from "#tests/support/people.ts";
import { snapshot } from "#tests/support/snapshot.ts";
import type { AVersion } from "#tests/support/versions.ts";
import { rows, steps } from "#tests/support/workflow-table.ts";

const reason = "The figures have been checked";
const detailsFor = ({ editor }: AVersion) => ({ publishAt: new Date("2031-05-01T08:00Z"), assigneeId: editor.id });

function attempt(version: AVersion, move: Move, actor: Actor, why = reason, basedOn = version.latestRevision) {
  return moveVersion({ id: version.id, basedOn, move, actor, reason: why, details: detailsFor(version) });
}

const rightful = (version: AVersion, by: "author" | "editor") => (by === "author" ? version.author : version.editor);

test("the expectations here name every move and reach every state", () => {
  expect(rows.map(({ move }) => move).toSorted()).toEqual(Object.keys(moves).toSorted());
  const reached = new Set<string>(["draft", "unconfirmed", "superseded", ...rows.map(({ to }) => to)]);
  expect(states.filter((state) => !reached.has(state))).toEqual([]);
});

test("whoever lost their role a moment ago takes nothing", async () => {
  const version = await aVersionIn("submitted");
  const former = await aPerson("editor");
  await db.person.update({ where: { id: former.id }, data: { active: false } });
  expect(await attempt(version, "take", former)).toEqual({ ok: false, reason: "not-allowed" });
});

describe("a move that is allowed changes the state and adds one line to history", () => {
  test.each(steps)("$move from $state leads to $to", async ({ move, state, to, by }) => {
    const version = await aVersionIn(state);
    const earlier = (await db.event.findMany()).map(({ id }) => id);
    const actor = rightful(version, by);
    const goal = to === "where it was" ? "submitted" : to;

    expect(await attempt(version, move, actor)).toEqual({ ok: true, value: goal });

    expect(await db.version.findUniqueOrThrow({ where: { id: version.id } })).toMatchObject({
      state: goal,
      latestRevision: 1,
      secondLook: false,
    });
    const added = await db.event.findMany({ where: { id: { notIn: earlier } } });
    const line = { versionId: version.id, kind: move, revision: 1, actorId: actor.id, reason };
    expect(added).toEqual([expect.objectContaining({ ...line, fromState: state, toState: goal })]);
  });
});

describe("a move that is refused changes nothing at all", () => {
  test.each(states)("from %s (V2.3.1)", async (state) => {
    const version = await aVersionIn(state);
    const before = await snapshot();

    for (const { move, from, by } of rows.filter((row) => !row.from.includes(state))) {
      const outcome = await attempt(version, move, rightful(version, by));
      expect(outcome, `${move}, possible from ${from}`).toEqual({ ok: false, reason: "wrong-state" });
    }
    for (const { move, by, reason: wanted } of rows.filter((row) => row.from.includes(state))) {
      const actor = rightful(version, by);
      expect(await attempt(version, move, actor, reason, 7), move).toEqual({ ok: false, reason: "stale" });
      if (wanted)
        expect(await attempt(version, move, actor, " \n "), move).toEqual({ ok: false, reason: "reason-missing" });
    }

    expect(await snapshot()).toEqual(before);
  });

  test.each(states)("to whoever may not make it, from %s", async (state) => {
    const version = await aVersionIn(state);
    const stranger = await aPerson("contributor");
    const before = await snapshot();

    for (const { move, by } of rows) {
      for (const actor of strangersTo(version, move, by, state, stranger)) {
        const outcome = await attempt(version, move, actor);
        expect(outcome, `${move} by ${JSON.stringify(actor)}`).toEqual({ ok: false, reason: "not-allowed" });
      }
    }

    expect(await snapshot()).toEqual(before);
  });

  test("on a version that does not exist", async () => {
    const version = await aVersionIn("draft");
    const before = await snapshot();
    const outcome = await attempt({ ...version, id: randomUUID() }, "submit", version.author);
    expect(outcome).toEqual({ ok: false, reason: "not-found" });
    expect(await snapshot()).toEqual(before);
  });
});

/** Everybody but the one whom a move belongs to. The clock may publish what is scheduled and the spam rules may hold and release. */
function strangersTo(version: AVersion, move: Move, by: "author" | "editor", state: State, stranger: Actor): Actor[] {
  const clock: Actor[] = move === "publish" && state === "scheduled" ? [] : [{ kind: "clock" }];
  const spamRules: Actor[] = ["hold", "release"].includes(move) ? [] : [{ kind: "rules" }];
  const own: Actor = { kind: "holder", versionId: version.id };
  const others = by === "author" ? [version.editor] : [version.author, own];
  return [stranger, { kind: "holder", versionId: randomUUID() }, ...others, ...clock, ...spamRules];
}

test("whoever holds the link of a draft may submit it, and history names its author", async () => {
  const version = await aVersionIn("draft");
  expect(await attempt(version, "submit", { kind: "holder", versionId: version.id })).toMatchObject({ ok: true });
  const events = await db.event.findMany({ where: { versionId: version.id, kind: "submit" } });
  expect(events).toEqual([expect.objectContaining({ actorId: version.author.id })]);
});

test("the spam rules may hold a submission, and history names nobody", async () => {
  const version = await aVersionIn("submitted");
  expect(await attempt(version, "hold", { kind: "rules" }, "Nine links")).toEqual({ ok: true, value: "held" });
  const [event] = await db.event.findMany({ where: { versionId: version.id, kind: "hold" } });
  expect(event).toMatchObject({ actorId: null, reason: "Nine links" });
});
