const day = 24 * 60 * 60 * 1000;

/**
 * The moment at or before which something must have been sent to have waited longer than councils are told by now. A day that
 * has only begun does not count.
 */
export const outwaitedBefore = (usualDays: number, now: Date): Date => new Date(now.getTime() - (usualDays + 1) * day);
