import { endOfWorkingDay } from "../calendar/working-days.ts";

const workingDays = 10;

/** Until when an author who was shown the edited text has to answer. */
export const answerByFor = (shownAt: Date): Date => endOfWorkingDay(shownAt, workingDays);

/** A version that is being accepted, and the words it has. */
interface Accepted {
  /** Whether its author asked to see edited text before it is published. */
  showEdits: boolean;
  authorId: string | null;
  /** Whether an editor has changed words of its author that are still changed. */
  edited: boolean;
}

/**
 * Whether the author is shown the text again before it is published. Words they wrote or agreed to need not be shown, and where
 * the author has been erased there is nobody to show them to.
 */
export const mustShowEdits = ({ showEdits, authorId, edited }: Accepted): boolean =>
  showEdits && authorId !== null && edited;

/** What a version says about the answer it may be waiting for. */
interface Waiting {
  authorId: string | null;
  /** Until when the author has to answer. Null when there is no question, or when they agreed. */
  answerBy: Date | null;
}

/**
 * Whether publication waits for the author to answer about edited text. Only a yes ends the wait early. Comments neither end it
 * nor lengthen it: the editors answer for what is published, so an author can delay a text they dislike but not stop it. An
 * editor who follows the comments opens it again, which ends this wait, and accepting it then begins another.
 */
export const isAwaitingCouncil = ({ authorId, answerBy }: Waiting, now: Date): boolean =>
  authorId !== null && answerBy !== null && now <= answerBy;

/** The most characters of what an author says about edited text. */
export const longestReply = 5000;
