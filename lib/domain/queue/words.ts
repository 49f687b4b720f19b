import type { EventKind } from "../workflow/moves.ts";

/** What happened to a case study, to follow "was". */
export const wasWords: Record<EventKind, string> = {
  start: "started",
  restoreAsDraft: "brought back as a draft",
  submit: "sent again",
  confirm: "confirmed",
  hold: "held",
  release: "released",
  takeBack: "taken back",
  take: "taken",
  handOver: "handed over",
  unassign: "put back in the queue",
  requestChanges: "sent back for changes",
  accept: "accepted",
  reopen: "opened again",
  schedule: "scheduled",
  unschedule: "taken off the schedule",
  publish: "published",
  decline: "declined",
  withdraw: "withdrawn",
  restore: "shown again",
  unpublish: "taken down",
  supersede: "replaced by a newer version",
  setLeadTerm: "given another lead term",
  confirmReview: "found still right",
  redact: "redacted",
};
