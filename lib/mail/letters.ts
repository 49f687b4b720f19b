import type { LetterFacts } from "#lib/data/letters/facts.ts";
import type { LinkPurpose } from "#lib/data/submissions/links.ts";
import * as alerts from "./words/alerts.ts";
import * as decisions from "./words/decisions.ts";
import * as desk from "./words/desk.ts";
import * as drafts from "./words/drafts.ts";
import * as editors from "./words/editors.ts";
import * as factChecks from "./words/fact-checks.ts";
import * as publication from "./words/publication.ts";
import * as readers from "./words/readers.ts";
import * as shownEdits from "./words/shown-edits.ts";
import * as submission from "./words/submission.ts";
import * as upkeep from "./words/upkeep.ts";

/** What a letter may say, and where readers find the site and its editors. */
export interface Facts extends LetterFacts {
  /** The site's address, without a slash at the end. */
  site: string;
  /** Where the reader can ask. */
  contact: string;
  /** For how many days nobody may touch a draft before its author is written to, and before it is deleted. */
  draftDays: { reminder: number; deletion: number };
}

/** A letter before it is drawn. Plain text throughout. */
export interface Letter {
  subject: string;
  greeting?: string;
  /** What happened; then, after the quotation, what it means and what to do next. */
  paragraphs: [string, ...string[]];
  /** Somebody's own words, unchanged. */
  quote?: { by: string; words: string };
  /** What it tells of, one by one. */
  items?: Item[];
  button?: Way;
  closing: string[];
  /** Where else it leads, at the end. */
  ways?: Way[];
  /** Where a mail program may stop letters like this one for its reader, with one click (RFC 8058). */
  unsubscribe?: string;
}

interface Way {
  text: string;
  url: string;
}

/** A case study as a letter shows it. */
export interface Item {
  title: string;
  url: string;
  /** Whose it is and when it was published. */
  about: string;
  words: string;
}

interface Kind {
  /** The secret address it carries. */
  opens?: LinkPurpose;
  write: (facts: Facts) => Letter;
}

/** Every letter there is. The name is that of the event it is owed for, or one of its own. */
export const letters = {
  start: { opens: "draft", write: drafts.start },
  staleDraft: { opens: "draft", write: drafts.staleDraft },
  erase: { opens: "erase", write: drafts.erase },
  mine: { opens: "mine", write: drafts.mine },
  submit: { opens: "track", write: submission.submit },
  confirmAddress: { opens: "confirm", write: submission.confirmAddress },
  remindToConfirm: { opens: "confirm", write: submission.remindToConfirm },
  release: { opens: "track", write: submission.release },
  requestChanges: { opens: "track", write: decisions.requestChanges },
  remindOfChanges: { opens: "track", write: decisions.remindOfChanges },
  accept: { opens: "track", write: decisions.accept },
  reopen: { opens: "track", write: decisions.reopen },
  decline: { opens: "track", write: decisions.decline },
  schedule: { opens: "track", write: publication.schedule },
  unschedule: { opens: "track", write: publication.unschedule },
  publish: { write: publication.publish },
  withdraw: { write: publication.withdraw },
  restore: { write: publication.restore },
  unpublish: { write: publication.unpublish },
  confirm: { write: desk.confirm },
  take: { write: desk.take },
  handOver: { write: desk.handOver },
  notPublished: { write: desk.notPublished },
  takeBack: { write: desk.takeBack },
  suggestion: { write: desk.suggestion },
  problem: { write: desk.problem },
  settle: { write: readers.settle },
  mentions: { write: desk.mentions },
  signIn: { opens: "signIn", write: editors.signIn },
  invite: { write: editors.invite },
  askFactCheck: { write: factChecks.askFactCheck },
  answerFactCheck: { write: factChecks.answerFactCheck },
  showEdits: { opens: "track", write: shownEdits.showEdits },
  approveEdits: { write: shownEdits.approveEdits },
  commentOnEdits: { write: shownEdits.commentOnEdits },
  alert: { write: alerts.alert },
  digest: { write: alerts.digest },
  alertLost: { write: alerts.alertLost },
  askReview: { write: upkeep.askReview },
  remindReview: { write: upkeep.remindReview },
  askFollowUp: { write: upkeep.askFollowUp },
  remindFollowUp: { write: upkeep.remindFollowUp },
  publishFollowUp: { write: upkeep.publishFollowUp },
  declineFollowUp: { write: upkeep.declineFollowUp },
} satisfies Record<string, Kind>;

export type LetterKind = keyof typeof letters;

/**
 * The letter that is owed under a name. A submission whose e-mail address is not proved is answered by the link that proves it.
 *
 * @throws Error when there are no words for it
 */
export function kindOf({ kind, event }: { kind: string; event: { toState: string } | null }): Kind {
  const name = kind === "submit" && event?.toState === "unconfirmed" ? "confirmAddress" : kind;
  if (!Object.hasOwn(letters, name)) throw new Error(`There are no words for a letter about "${name}"`);
  return letters[name as LetterKind];
}
