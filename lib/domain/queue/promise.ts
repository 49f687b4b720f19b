import { isAwaitingCouncil } from "../workflow/shown-edits.ts";

const day = 24 * 60 * 60 * 1000;

/**
 * The moment at or before which something must have been sent to have waited longer than councils are told by now. A day that
 * has only begun does not count.
 */
export const outwaitedBefore = (usualDays: number, now: Date): Date => new Date(now.getTime() - (usualDays + 1) * day);

/** What is to be published at a time, and what it may still wait for. */
interface Promised {
  publishAt: Date | null;
  authorId: string | null;
  answerBy: Date | null;
}

const grace = 2 * 60 * 1000;

/** Whether something should have been published by now, as its council was told: the clock looks every minute. */
export const missedItsTime = (version: Promised, now: Date): boolean =>
  version.publishAt !== null && version.publishAt.getTime() + grace < now.getTime() && !isAwaitingCouncil(version, now);
