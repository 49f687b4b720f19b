import type { State } from "./states.ts";

/** Who may make a move. "otherEditor" is an editor who wrote none of the version's revisions. */
export type By = "author" | "editor" | "otherEditor" | "editorOrRules" | "otherEditorOrClock";

/** Whom a move's letter goes to. "informedAuthor" is an author who had been told of the state the move undoes. */
export type Recipient = "nobody" | "author" | "informedAuthor" | "assignee" | "editors";

export interface Rule {
  from: readonly State[];
  /** "before" is the state the version was held in; if it waited for a confirmation that has come meanwhile, the next one. */
  to: State | "before";
  by: By;
  reason?: "required";
  /** Whether every required answer must be there. Words may change between one of these moves and the next. */
  complete?: true;
  /** Whether an administrator may make it with what they brought in from a file, which was written and read elsewhere. */
  ownImport?: true;
  /** Whether it waits until the author has answered about edited text, or has had the time to. */
  afterAnswer?: true;
  letter: Recipient;
}

/**
 * Every step a version takes after it has been started. Pages, commands, letters, history and tests read this table;
 * nothing restates it. `start` and `restoreAsDraft` make versions and have no state to move from: see `beginnings`.
 */
export const moves = {
  submit: { from: ["draft", "changes_requested"], to: "submitted", by: "author", complete: true, letter: "author" },
  confirm: { from: ["unconfirmed"], to: "submitted", by: "author", letter: "editors" },
  hold: { from: ["unconfirmed", "submitted"], to: "held", by: "editorOrRules", reason: "required", letter: "nobody" },
  release: { from: ["held"], to: "before", by: "editorOrRules", reason: "required", letter: "author" },
  takeBack: {
    from: ["unconfirmed", "submitted", "in_review", "changes_requested"],
    to: "draft",
    by: "author",
    letter: "assignee",
  },
  take: { from: ["submitted"], to: "in_review", by: "editor", letter: "assignee" },
  handOver: { from: ["in_review"], to: "in_review", by: "editor", letter: "assignee" },
  unassign: { from: ["in_review"], to: "submitted", by: "editor", letter: "nobody" },
  requestChanges: { from: ["in_review"], to: "changes_requested", by: "editor", reason: "required", letter: "author" },
  accept: {
    from: ["in_review"],
    to: "accepted",
    by: "otherEditor",
    complete: true,
    ownImport: true,
    letter: "author",
  },
  reopen: {
    from: ["accepted", "scheduled"],
    to: "in_review",
    by: "editor",
    reason: "required",
    letter: "informedAuthor",
  },
  schedule: {
    from: ["accepted"],
    to: "scheduled",
    by: "otherEditor",
    complete: true,
    afterAnswer: true,
    letter: "author",
  },
  unschedule: { from: ["scheduled"], to: "accepted", by: "otherEditor", letter: "author" },
  publish: {
    from: ["accepted", "scheduled"],
    to: "published",
    by: "otherEditorOrClock",
    complete: true,
    afterAnswer: true,
    letter: "author",
  },
  decline: {
    from: ["submitted", "held", "in_review", "changes_requested"],
    to: "declined",
    by: "editor",
    reason: "required",
    letter: "author",
  },
  withdraw: { from: ["published"], to: "withdrawn", by: "editor", reason: "required", letter: "author" },
  restore: { from: ["withdrawn"], to: "published", by: "editor", reason: "required", letter: "author" },
  unpublish: {
    from: ["published", "withdrawn"],
    to: "unpublished",
    by: "editor",
    reason: "required",
    letter: "author",
  },
} satisfies Record<string, Rule>;

export type Move = keyof typeof moves;

/** Events that are not moves of an existing version by somebody: beginnings, and what publishing does to the version it replaces. */
export const beginnings = ["start", "restoreAsDraft"] as const;

/** What people who are no editors are asked about a text, and what they answer. None of it moves the version. */
type OutsideEyes =
  | "askFactCheck"
  | "revokeFactCheck"
  | "answerFactCheck"
  | "showEdits"
  | "approveEdits"
  | "commentOnEdits";

/** What keeps true what is published. None of it moves the version either. */
type Upkeep =
  | "setLeadTerm"
  | "retag"
  | "confirmReview"
  | "setReviewBy"
  | "hideContact"
  | "showContact"
  | "publishFollowUp"
  | "declineFollowUp"
  | "removeFollowUp";

export type EventKind = Move | (typeof beginnings)[number] | OutsideEyes | Upkeep | "supersede" | "redact";

/** What changes the text that readers have of a case study, for whoever keeps a copy of it. */
export const textChanges = [
  ...(["publish", "restore", "retag", "redact", "publishFollowUp", "removeFollowUp"] as const satisfies EventKind[]),
];
