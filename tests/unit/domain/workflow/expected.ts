import type { Actor, Subject } from "#lib/domain/workflow/decide.ts";
import type { Move } from "#lib/domain/workflow/moves.ts";
import type { State } from "#lib/domain/workflow/states.ts";

/** Everybody who could ask for a move. The author and two of the editors have written the version under test. */
export const actors = {
  author: { kind: "person", id: "author", role: "contributor" },
  holder: { kind: "holder", versionId: "version" },
  otherHolder: { kind: "holder", versionId: "another" },
  stranger: { kind: "person", id: "stranger", role: "contributor" },
  writingEditor: { kind: "person", id: "writing-editor", role: "editor" },
  otherEditor: { kind: "person", id: "other-editor", role: "editor" },
  writingAdministrator: { kind: "person", id: "writing-administrator", role: "administrator" },
  otherAdministrator: { kind: "person", id: "other-administrator", role: "administrator" },
  clock: { kind: "clock" },
  rules: { kind: "rules" },
} as const satisfies Record<string, Actor>;
export type Who = keyof typeof actors;

/** When the decisions under test are made. */
export const now = new Date("2026-04-05T09:00:00Z");

/** The version under test in some state. */
export const inState = (state: State, changes: Partial<Subject> = {}): Subject => ({
  id: "version",
  state,
  stateBeforeHold: state === "held" ? "submitted" : null,
  publishAt: state === "scheduled" ? now : null,
  answerBy: null,
  authorId: "author",
  emailProved: true,
  writerIds: ["author", null, "writing-editor", "writing-administrator"],
  ...changes,
});

const authors: Who[] = ["author", "holder"];
const others: Who[] = ["otherEditor", "otherAdministrator"];
const editors: Who[] = ["writingEditor", "writingAdministrator", ...others];

export interface Expected {
  move: Move;
  from: State[];
  to: State;
  by: Who[];
  reason: "always" | "for own work" | "never";
  letter: string;
}

/** The workflow as the product describes it, restated by hand. */
export const expected: Expected[] = [
  row("submit", ["draft", "changes_requested"], "submitted", authors, "never", "author"),
  row("confirm", ["unconfirmed"], "submitted", authors, "never", "editors"),
  row("hold", ["unconfirmed", "submitted"], "held", [...editors, "rules"], "always", "nobody"),
  row("release", ["held"], "submitted", [...editors, "rules"], "always", "author"),
  row(
    "takeBack",
    ["unconfirmed", "submitted", "in_review", "changes_requested"],
    "draft",
    authors,
    "never",
    "assignee",
  ),
  row("take", ["submitted"], "in_review", editors, "never", "assignee"),
  row("handOver", ["in_review"], "in_review", editors, "never", "assignee"),
  row("unassign", ["in_review"], "submitted", editors, "never", "nobody"),
  row("requestChanges", ["in_review"], "changes_requested", editors, "always", "author"),
  row("accept", ["in_review"], "accepted", others, "never", "author"),
  row("reopen", ["accepted", "scheduled"], "in_review", editors, "always", "informedAuthor"),
  row("schedule", ["accepted"], "scheduled", others, "never", "author"),
  row("unschedule", ["scheduled"], "accepted", others, "never", "author"),
  row("publish", ["accepted"], "published", [...others, "writingAdministrator"], "for own work", "author"),
  row("publish", ["scheduled"], "published", [...others, "writingAdministrator", "clock"], "for own work", "author"),
  row("decline", ["submitted", "held", "in_review", "changes_requested"], "declined", editors, "always", "author"),
  row("withdraw", ["published"], "withdrawn", editors, "always", "author"),
  row("restore", ["withdrawn"], "published", editors, "always", "author"),
  row("unpublish", ["published", "withdrawn"], "unpublished", editors, "always", "author"),
];

function row(
  move: Move,
  from: State[],
  to: State,
  by: Who[],
  reason: Expected["reason"],
  letter: Expected["letter"],
): Expected {
  return { move, from, to, by, reason, letter };
}
