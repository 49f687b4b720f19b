import type { EventKind } from "./moves.ts";
import type { State } from "./states.ts";

/** A state as its author is told of it, and what they can do. */
export const stateWords: Record<State, { name: string; means: string }> = {
  draft: { name: "Draft", means: "It is yours to change. Nobody else sees it." },
  unconfirmed: {
    name: "Waiting for you",
    means: "Follow the link in our e-mail to confirm your e-mail address. Then it goes to the editors.",
  },
  submitted: { name: "Waiting for an editor", means: "An editor will read it. What happens to it is below." },
  held: {
    name: "Being looked at",
    means: "Something has to be checked first. If our e-mail asks you to confirm your e-mail address, do that now.",
  },
  in_review: { name: "With an editor", means: "An editor is reading it." },
  changes_requested: {
    name: "Changes asked for",
    means: "Read what the editor asks, change the text and send it again.",
  },
  accepted: { name: "Accepted", means: "It will be published." },
  scheduled: { name: "Going to be published", means: "The day is set." },
  published: { name: "Published", means: "Everybody can read it." },
  superseded: { name: "Replaced", means: "A newer version has taken its place." },
  declined: { name: "Not published", means: "The editors’ reason is below." },
  withdrawn: { name: "Withdrawn", means: "Its page says that it was withdrawn, and why." },
  unpublished: { name: "Taken down", means: "It is no longer on the site." },
};

/** What was changed as an editor asked, and waits for nobody but that editor. */
export const backWords = { name: "Back with an editor", means: "The editor who asked for changes has it again." };

/** What happened, in a line of history for the author. */
export const eventWords: Record<EventKind, string> = {
  start: "You started it",
  restoreAsDraft: "An older version was brought back as a draft",
  submit: "You sent it",
  confirm: "You confirmed your e-mail address",
  hold: "It was put aside to be checked",
  release: "It was checked and goes on",
  takeBack: "You took it back",
  take: "An editor began to read it",
  handOver: "It went to another editor",
  unassign: "It went back to the queue",
  requestChanges: "An editor asked for changes",
  accept: "It was accepted",
  reopen: "It was opened again",
  schedule: "The day of publication was set",
  unschedule: "The day of publication was lifted",
  publish: "It was published",
  decline: "It was declined",
  withdraw: "It was withdrawn",
  restore: "It was shown again",
  unpublish: "It was taken down",
  supersede: "A newer version replaced it",
  setLeadTerm: "Its lead term was set",
  retag: "An editor changed its topics or support types",
  confirmReview: "It was found still right",
  setReviewBy: "The day on which it is looked at again was set",
  hideContact: "Its contact is no longer shown",
  showContact: "Its contact is shown again",
  publishFollowUp: "What happened next was published",
  declineFollowUp: "What happened next was not published",
  removeFollowUp: "What happened next was taken down",
  redact: "Words were removed from it",
  askFactCheck: "Somebody outside was asked to check the facts",
  revokeFactCheck: "The question about the facts was taken back",
  answerFactCheck: "Somebody outside checked the facts",
  showEdits: "You were shown the edited text",
  approveEdits: "You agreed to the edited text",
  commentOnEdits: "You commented on the edited text",
};
