import { addMonths, londonDay } from "./calendar/london-days.ts";

/** After how many months a case study is looked at again, unless a setting says otherwise. */
const usualMonthsToReview = 12;

/** The day by which a case study should be looked at again, counted from when it was published or last found right. */
export const reviewAfter = (date: Date, months = usualMonthsToReview): Date => addMonths(londonDay(date), months);
