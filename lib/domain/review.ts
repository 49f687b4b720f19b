const monthsToReview = 12;

/** The day by which a case study should be looked at again, counted from when it was published or last found right. */
export function reviewAfter(date: Date): Date {
  return new Date(
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + monthsToReview, Math.min(date.getUTCDate(), 28)),
  );
}
