import { describe, expect, test } from "vitest";
import * as workflow from "#lib/domain/workflow/decide.ts";
import { moves, type Move, type Rule } from "#lib/domain/workflow/moves.ts";
import { states, type State } from "#lib/domain/workflow/states.ts";
import { actors, expected, inState, now, type Who } from "./expected.ts";

const moveNames = Object.keys(moves) as Move[];
const decide = (subject: workflow.Subject, move: Move, actor: workflow.Actor, reason?: string) =>
  workflow.decide(subject, move, actor, now, reason);
const movesFor = (subject: workflow.Subject, actor: workflow.Actor) => workflow.movesFor(subject, actor, now);
const everybody = Object.keys(actors) as Who[];
const everything = states.flatMap((state) =>
  moveNames.flatMap((move) => everybody.map((who) => ({ state, move, who }))),
);
const rowFor = (state: State, move: Move, who: Who) =>
  expected.find((row) => row.move === move && row.from.includes(state) && row.by.includes(who));
const isOwnWork = (move: Move, who: Who) => move === "publish" && who === "writingAdministrator";

describe("every state, move and kind of actor, against the workflow as the product describes it", () => {
  test("the table is about all the moves there are, and so are these tests", () => {
    expect([...new Set(expected.map(({ move }) => move))]).toEqual(moveNames);
    expect(everything).toHaveLength(13 * 18 * 10);
  });

  test("with a reason, each of them is allowed or refused as described, and leads where it should", () => {
    for (const { state, move, who } of everything) {
      const row = rowFor(state, move, who);
      const decision = decide(inState(state), move, actors[who], "Because");
      expect(decision, `${who}: ${move} from ${state}`).toEqual(
        row ? { ok: true, value: { state: row.to, secondLook: isOwnWork(move, who) } } : refusal(move, who, state),
      );
    }
  });

  test("without a reason, only those that need none are allowed", () => {
    for (const reason of [undefined, "", " \n\t"]) {
      for (const { state, move, who } of everything) {
        const row = rowFor(state, move, who);
        if (!row) continue;
        const needed = row.reason === "always" || (row.reason === "for own work" && isOwnWork(move, who));
        const decision = decide(inState(state), move, actors[who], reason);
        expect(decision.ok, `${who}: ${move} from ${state}`).toBe(!needed);
        if (!decision.ok) expect(decision.reason).toBe("reason-missing");
      }
    }
  });

  test("the buttons of a page are the moves that would be allowed", () => {
    for (const state of states) {
      for (const who of everybody) {
        const allowed = moveNames.filter((move) => rowFor(state, move, who));
        expect(movesFor(inState(state), actors[who]), `${who} at ${state}`).toEqual(allowed);
      }
    }
  });
});

/** Whoever could never make the move is told so; whoever could, elsewhere, that the state is wrong. */
function refusal(move: Move, who: Who, state: State) {
  const could = expected.some((row) => row.move === move && row.by.includes(who));
  const outOfTime = move === "publish" && who === "clock" && state !== "scheduled";
  return { ok: false, reason: could && !outOfTime ? "wrong-state" : "not-allowed" };
}

test("each move's letter goes to whom the product says", () => {
  for (const { move, letter } of expected) expect(moves[move].letter, move).toBe(letter);
});

test("what leads to the public, and what is sent to be, must be complete", () => {
  const asked = Object.entries(moves as Record<Move, Rule>).filter(([, { complete }]) => complete);
  expect(asked.map(([move]) => move)).toEqual(["submit", "accept", "schedule", "publish"]);
});

test("every state can be left by somebody, except the three that end a version", () => {
  const stuck = states.filter((state) => everybody.every((who) => movesFor(inState(state), actors[who]).length === 0));
  expect(stuck).toEqual(["superseded", "declined", "unpublished"]);
});

test("every state but the first and the replaced one is where some move leads", () => {
  const reached = new Set([...expected.map(({ to }) => to), "unconfirmed"]);
  expect(states.filter((state) => !reached.has(state))).toEqual(["superseded"]);
});

describe("moves that depend on more than state and actor", () => {
  test("submitting with an e-mail address nobody has proved waits for confirmation", () => {
    for (const state of ["draft", "changes_requested"] as const) {
      for (const who of ["author", "holder"] as const) {
        const decision = decide(inState(state, { emailProved: false }), "submit", actors[who]);
        expect(decision).toEqual({ ok: true, value: { state: "unconfirmed", secondLook: false } });
      }
    }
  });

  test("confirming leads on although the address is proved only by it", () => {
    const decision = decide(inState("unconfirmed", { emailProved: false }), "confirm", actors.holder);
    expect(decision).toMatchObject({ ok: true, value: { state: "submitted" } });
  });

  test("release returns to where it was held", () => {
    for (const stateBeforeHold of ["unconfirmed", "submitted"] as const) {
      const held = inState("held", { stateBeforeHold, emailProved: stateBeforeHold === "submitted" });
      const decision = decide(held, "release", actors.otherEditor, "A mistake");
      expect(decision).toMatchObject({ ok: true, value: { state: stateBeforeHold } });
    }
    const unknown = decide(inState("held", { stateBeforeHold: null }), "release", actors.otherEditor, "A mistake");
    expect(unknown).toMatchObject({ ok: true, value: { state: "submitted" } });
  });

  test("release leads on where the address was confirmed while it was held", () => {
    const held = inState("held", { stateBeforeHold: "unconfirmed", emailProved: true });
    const decision = decide(held, "release", actors.otherEditor, "A mistake");
    expect(decision).toMatchObject({ ok: true, value: { state: "submitted" } });
  });

  test("a version without an account behind it belongs to whoever holds its link, and to nobody else", () => {
    const anonymous = inState("draft", { authorId: null, writerIds: [null] });
    expect(decide(anonymous, "submit", actors.holder).ok).toBe(true);
    for (const who of everybody.filter((one) => one !== "holder")) {
      expect(decide(anonymous, "submit", actors[who])).toEqual({ ok: false, reason: "not-allowed" });
    }
  });

  test("an editor's own submission is submitted by them and accepted by another", () => {
    const { writingEditor, otherEditor } = actors;
    const own = { authorId: writingEditor.id, writerIds: [writingEditor.id] };
    expect(decide(inState("draft", own), "submit", writingEditor).ok).toBe(true);
    expect(decide(inState("in_review", own), "accept", writingEditor)).toEqual({ ok: false, reason: "not-allowed" });
    expect(decide(inState("in_review", own), "accept", otherEditor).ok).toBe(true);
  });

  test("what was written before its author was named is theirs too, and another accepts it", () => {
    const { writingEditor, otherEditor } = actors;
    const own = { authorId: writingEditor.id, writerIds: [null] };
    expect(decide(inState("in_review", own), "accept", writingEditor)).toEqual({ ok: false, reason: "not-allowed" });
    expect(decide(inState("accepted", own), "publish", writingEditor)).toEqual({ ok: false, reason: "not-allowed" });
    expect(decide(inState("in_review", own), "accept", otherEditor).ok).toBe(true);
  });

  test("the clock publishes what is due, and nothing before its time", () => {
    const at = (publishAt: string | null) =>
      decide(inState("scheduled", { publishAt: publishAt ? new Date(publishAt) : null }), "publish", actors.clock).ok;
    expect(["2026-04-05T08:59:59Z", "2026-04-05T09:00:00Z", "2026-04-05T09:00:01Z", null].map(at)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    const later = inState("scheduled", { publishAt: new Date("2026-04-06T09:00:00Z") });
    expect(decide(later, "publish", actors.otherEditor).ok).toBe(true);
    expect(movesFor(later, actors.clock)).toEqual([]);
  });

  test("an administrator may not accept or schedule their own work, with whatever reason", () => {
    for (const [move, state] of [
      ["accept", "in_review"],
      ["schedule", "accepted"],
      ["unschedule", "scheduled"],
    ] as const) {
      const decision = decide(inState(state), move, actors.writingAdministrator, "In a hurry");
      expect(decision).toEqual({ ok: false, reason: "not-allowed" });
    }
  });
});
