import type { EventKind } from "./moves.ts";
import type { State } from "./states.ts";

/** A state as editors speak of it. */
export const stateNames: Record<State, string> = {
  draft: "Draft",
  unconfirmed: "Waiting for its author to confirm",
  submitted: "Submitted",
  held: "Held",
  in_review: "In review",
  changes_requested: "Changes requested",
  accepted: "Accepted",
  scheduled: "Scheduled",
  published: "Published",
  superseded: "Superseded",
  declined: "Declined",
  withdrawn: "Withdrawn",
  unpublished: "Unpublished",
};

/** What happened, in a line of history for editors. */
export const eventNames: Record<EventKind, string> = {
  start: "Started",
  restoreAsDraft: "Brought back as a draft",
  submit: "Submitted",
  confirm: "E-mail address confirmed",
  hold: "Held",
  release: "Released",
  takeBack: "Taken back by its author",
  take: "Taken for review",
  handOver: "Handed over",
  unassign: "Put back in the queue",
  requestChanges: "Changes requested",
  askFactCheck: "Asked about the facts",
  revokeFactCheck: "Question about the facts taken back",
  answerFactCheck: "Facts checked",
  accept: "Accepted",
  showEdits: "Edited text shown to the council",
  approveEdits: "Edited text agreed to",
  commentOnEdits: "Edited text commented on",
  reopen: "Reopened",
  schedule: "Scheduled",
  unschedule: "Taken off the schedule",
  publish: "Published",
  decline: "Declined",
  withdraw: "Withdrawn",
  restore: "Shown again",
  unpublish: "Unpublished",
  supersede: "Superseded",
  setLeadTerm: "Lead term set",
  retag: "Topics or support types changed",
  confirmReview: "Found still right",
  setReviewBy: "Day of review set",
  hideContact: "Contact hidden from readers",
  showContact: "Contact shown again",
  publishFollowUp: "What happened next published",
  declineFollowUp: "What happened next declined",
  removeFollowUp: "What happened next taken down",
  redact: "Words removed",
};

/** Every kind of event, in the order in which a case study meets them. */
export const eventKinds = Object.keys(eventNames) as EventKind[];

/** Who did something where no person is named: the site by itself, or somebody who had no account or is deleted. */
export function unnamedActor(kind: EventKind): string {
  switch (kind) {
    case "hold":
    case "release":
      return "The spam rules";
    case "publish":
    case "supersede":
    case "showEdits":
    case "hideContact":
      return "The site";
    case "answerFactCheck":
    case "confirmReview":
      return "Whoever was asked";
    case "start":
    case "submit":
    case "confirm":
    case "takeBack":
      return "Its author";
    default:
      return "Somebody whose details were deleted";
  }
}
