import { describe, expect, test } from "vitest";
import { decide, mayAnswerEdits, movesFor } from "#lib/domain/workflow/decide.ts";
import { moves, type Move, type Rule } from "#lib/domain/workflow/moves.ts";
import { answerByFor, isAwaitingCouncil, mustShowEdits } from "#lib/domain/workflow/shown-edits.ts";
import { states } from "#lib/domain/workflow/states.ts";
import { actors, expected, inState, now, type Who } from "./expected.ts";

const everybody = Object.keys(actors) as Who[];
const later = new Date(now.getTime() + 1);
const earlier = new Date(now.getTime() - 1);

describe("accepted words are shown to the author", () => {
  const edited = { showEdits: true, authorId: "author", edited: true };

  test.each([
    ["when they asked for it and an editor changed them", {}, true],
    ["not when they did not ask", { showEdits: false }, false],
    ["not when they are the words they wrote", { edited: false }, false],
    ["not when nobody is left to ask", { authorId: null }, false],
  ])("%s", (_, changes, shown) => expect(mustShowEdits({ ...edited, ...changes })).toBe(shown));
});

describe("publication waits for the author", () => {
  test.each([
    ["while there is time", "author", later, true],
    ["to the last moment", "author", now, true],
    ["no longer", "author", earlier, false],
    ["for no answer at all", "author", null, false],
    ["for nobody who has been erased", null, later, false],
  ])("%s", (_, authorId, answerBy, awaiting) => expect(isAwaitingCouncil({ authorId, answerBy }, now)).toBe(awaiting));

  test("for ten working days, to the end of the last", () => {
    expect(answerByFor(new Date("2027-05-03T12:00:00Z")).toISOString()).toBe("2027-05-17T22:59:59.999Z");
  });

  test("with publishing and scheduling, whoever does it, and with nothing else", () => {
    for (const state of states) {
      for (const who of everybody) {
        const [free, waiting] = [inState(state), inState(state, { answerBy: later })];
        const allowed = movesFor(free, actors[who], now);
        const held = allowed.filter((move) => ["publish", "schedule"].includes(move));
        expect(movesFor(waiting, actors[who], now)).toEqual(allowed.filter((move) => !held.includes(move)));
        for (const move of held)
          expect(decide(waiting, move, actors[who], now), `${who}: ${move} from ${state}`).toEqual({
            ok: false,
            reason: "awaiting-council",
          });
        expect(movesFor(inState(state, { answerBy: earlier }), actors[who], now)).toEqual(allowed);
      }
    }
    const rules = Object.entries(moves as Record<Move, Rule>).filter(([, { afterAnswer }]) => afterAnswer);
    expect(rules.map(([move]) => move)).toEqual(["schedule", "publish"]);
  });

  test("whoever may not publish is told that, and not what it waits for", () => {
    for (const who of everybody) {
      const may = expected.some(({ move, by }) => move === "publish" && by.includes(who));
      const decision = decide(inState("scheduled", { answerBy: later }), "publish", actors[who], now);
      expect(decision, who).toEqual({ ok: false, reason: may ? "awaiting-council" : "not-allowed" });
    }
  });
});

test.each(states)("whose answer counts about a text that is %s", (state) => {
  const allowed = everybody.filter((who) => mayAnswerEdits(inState(state), actors[who]));
  expect(allowed).toEqual(["accepted", "scheduled"].includes(state) ? ["author", "holder"] : []);
});
