import { expect, test } from "vitest";
import type { State } from "#lib/domain/workflow/states.ts";
import { isBetweenTurns, turnsOf } from "#lib/domain/history/turns.ts";

const line = (kind: string, revision: number, toState: State) => ({ kind, revision, toState });
const begun = line("start", 1, "draft");
const sent = line("submit", 4, "unconfirmed");
const confirmed = line("confirm", 4, "submitted");
const taken = line("take", 4, "in_review");

test.each([
  ["never sent", [begun], 3, []],
  ["with an editor", [begun, sent, confirmed, taken], 6, [{ from: null, to: 4 }]],
  [
    "sent back",
    [begun, sent, taken, line("requestChanges", 6, "changes_requested")],
    8,
    [
      { from: null, to: 4 },
      { from: 6, to: 8 },
    ],
  ],
  [
    "sent again after it was taken back",
    [begun, sent, taken, line("takeBack", 6, "draft"), line("submit", 7, "submitted")],
    9,
    [
      { from: null, to: 4 },
      { from: 6, to: 7 },
    ],
  ],
  [
    "agreed to, opened again and changed",
    [begun, sent, taken, line("accept", 6, "accepted"), line("approveEdits", 6, "accepted")],
    7,
    [
      { from: null, to: 4 },
      { from: null, to: 6 },
    ],
  ],
  [
    "declined while its author had it",
    [begun, sent, taken, line("requestChanges", 6, "changes_requested"), line("decline", 7, "declined")],
    7,
    [
      { from: null, to: 4 },
      { from: 6, to: 7 },
    ],
  ],
])("when the words were the author’s: %s", (_, lines, latest, turns) => {
  expect(turnsOf(lines, latest)).toEqual(turns);
});

test.each([
  [[], []],
  [[{ from: null, to: 4 }], [5, 6, 7, 8, 9]],
  [
    [
      { from: null, to: 4 },
      { from: null, to: 6 },
      { from: 6, to: 8 },
    ],
    [5, 6, 9],
  ],
])("which revisions are an editor’s", (turns, theirs) => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9].filter((revision) => isBetweenTurns(turns, revision))).toEqual(theirs);
});
