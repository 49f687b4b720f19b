import { followUpAnswers, reviewAnswers } from "../upkeep/answers.ts";
import { doubts } from "../upkeep/doubts.ts";
import type { EnquiryKind } from "#lib/domain/upkeep/enquiries.ts";
import { roles, type PeopleChange } from "./changes.ts";

/** What each secret address opens, as a copy tells whoever holds it. */
const links: Readonly<Record<string, string>> = {
  draft: "A draft",
  confirm: "Confirming your e-mail address",
  track: "Following a case study",
  mine: "Your list of case studies",
  erase: "Deleting everything about you",
  signIn: "Signing in",
};

/** What each letter is about, as a copy tells whoever it was sent to. */
const letters: Readonly<Record<string, string>> = {
  start: "The draft you started",
  staleDraft: "A draft nobody has touched for long",
  restoreAsDraft: "An older version brought back as a draft",
  erase: "Deleting everything about you",
  mine: "Your list of case studies",
  submit: "What you submitted",
  confirmAddress: "Confirming your e-mail address",
  remindToConfirm: "Confirming your e-mail address, again",
  release: "A submission that was checked and goes on",
  requestChanges: "Changes an editor asked for",
  remindOfChanges: "Changes an editor asked for, again",
  accept: "A submission that was accepted",
  reopen: "A submission that was opened again",
  decline: "A submission that was declined",
  schedule: "The day of publication",
  unschedule: "A day of publication that was lifted",
  publish: "A case study that was published",
  withdraw: "A case study that was withdrawn",
  restore: "A case study that is shown again",
  unpublish: "A case study that was taken down",
  confirm: "A new submission in the queue",
  take: "A submission taken for review",
  handOver: "A submission handed over",
  notPublished: "A case study that could not be published at its time",
  takeBack: "A submission taken back by its author",
  suggestion: "A suggested change",
  problem: "A problem somebody told of",
  settle: "The answer to what you told of",
  mentions: "Words to redact",
  signIn: "Signing in",
  invite: "An invitation to edit",
  askFactCheck: "A question about facts",
  answerFactCheck: "Facts that were checked",
  showEdits: "Edited text to look at",
  approveEdits: "Edited text that was agreed to",
  commentOnEdits: "Edited text that was commented on",
  alert: "Confirming an alert",
  digest: "New case studies on your list",
  alertLost: "An alert that finds nothing any more",
  askReview: "Whether a case study is still right",
  remindReview: "Whether a case study is still right, again",
  askFollowUp: "What happened next",
  remindFollowUp: "What happened next, again",
  publishFollowUp: "What happened next, published",
  declineFollowUp: "What happened next, not published",
};

/** The same of a letter's kind as it is kept. */
export const letterInWords = (kind: string): string => letters[kind] ?? kind;

/** What a link's purpose, as it is kept, opens. */
export const linkInWords = (purpose: string): string => links[purpose] ?? purpose;

/** What somebody was asked about a case study. */
export const enquiryInWords: Readonly<Record<EnquiryKind, string>> = {
  review: "Whether it is still right",
  oneYear: "What happened in the first year",
  threeYears: "What happened in three years",
};

/** What an editor did to people, to what somebody may do or to how they sign in. */
export const changeInWords: Readonly<Record<PeopleChange, string>> = {
  nameAdministrator: "Named an administrator",
  invite: "Invited somebody",
  changeRole: "Changed somebody’s role",
  deactivate: "Ended somebody’s access",
  reactivate: "Gave somebody their access back",
  resetSecondFactor: "Let somebody set up their app anew",
  confirmContributor: "Confirmed that somebody writes for a council",
  unconfirmContributor: "Took back that somebody writes for a council",
};

const answers: Readonly<Record<string, string>> = { ...reviewAnswers, ...followUpAnswers };

/** What somebody answered when they were asked about a case study. */
export const enquiryAnswerInWords = (kept: string): string => answers[kept] ?? kept;

/** Why nobody may be there any more at a contact, as it is kept. */
export const doubtInWords = (kept: string): string => (doubts as Readonly<Record<string, string>>)[kept] ?? kept;

/** What somebody may do here. */
export const roleInWords = (kept: string): string => roles.find(({ key }) => key === kept)?.name ?? kept;

const followUpStates: Readonly<Record<string, string>> = {
  waiting: "Waits for an editor",
  published: "Published",
  declined: "Not published",
};

/** What became of what a council told happened next. */
export const followUpInWords = (state: string): string => followUpStates[state] ?? state;

const providers: Readonly<Record<string, string>> = { council: "The council’s own sign-in" };

/** Who vouches for somebody who signs in. */
export const providerInWords = (kept: string): string => providers[kept] ?? kept;

/** Where words of others name somebody. */
export const placeInWords = {
  answers: "The text of a case study",
  reason: "The history of a case study",
  comment: "A comment",
  factCheck: "An answer about facts",
  suggestion: "A suggested change or a problem",
  followUp: "What happened next",
  attachment: "The name of a file",
} as const;
