import type { Move } from "#lib/domain/workflow/moves.ts";
import type { State } from "#lib/domain/workflow/states.ts";

/** The workflow as the product's words describe it, written down a second time so that a slip in the table is seen. */
interface Row {
  from: State[];
  to: State | "where it was";
  by: "author" | "editor";
  reason?: true;
  letter: "author" | "editors' queue" | "assignee" | "nobody";
}

export const workflow: Record<Move, Row> = {
  submit: { from: ["draft", "changes_requested"], to: "submitted", by: "author", letter: "author" },
  confirm: { from: ["unconfirmed"], to: "submitted", by: "author", letter: "editors' queue" },
  hold: { from: ["unconfirmed", "submitted"], to: "held", by: "editor", reason: true, letter: "nobody" },
  release: { from: ["held"], to: "where it was", by: "editor", reason: true, letter: "author" },
  takeBack: {
    from: ["unconfirmed", "submitted", "in_review", "changes_requested"],
    to: "draft",
    by: "author",
    letter: "assignee",
  },
  take: { from: ["submitted"], to: "in_review", by: "editor", letter: "assignee" },
  handOver: { from: ["in_review"], to: "in_review", by: "editor", letter: "assignee" },
  unassign: { from: ["in_review"], to: "submitted", by: "editor", letter: "nobody" },
  requestChanges: { from: ["in_review"], to: "changes_requested", by: "editor", reason: true, letter: "author" },
  accept: { from: ["in_review"], to: "accepted", by: "editor", letter: "author" },
  reopen: { from: ["accepted", "scheduled"], to: "in_review", by: "editor", reason: true, letter: "author" },
  schedule: { from: ["accepted"], to: "scheduled", by: "editor", letter: "author" },
  unschedule: { from: ["scheduled"], to: "accepted", by: "editor", letter: "author" },
  publish: { from: ["accepted", "scheduled"], to: "published", by: "editor", letter: "author" },
  decline: {
    from: ["submitted", "held", "in_review", "changes_requested"],
    to: "declined",
    by: "editor",
    reason: true,
    letter: "author",
  },
  withdraw: { from: ["published"], to: "withdrawn", by: "editor", reason: true, letter: "author" },
  restore: { from: ["withdrawn"], to: "published", by: "editor", reason: true, letter: "author" },
  unpublish: { from: ["published", "withdrawn"], to: "unpublished", by: "editor", reason: true, letter: "author" },
};

export const rows = Object.entries(workflow).map(([move, row]) => ({ move: move as Move, ...row }));

/** Every step the workflow allows, one by one. */
export const steps = rows.flatMap(({ from, ...row }) => from.map((state) => ({ ...row, state })));
