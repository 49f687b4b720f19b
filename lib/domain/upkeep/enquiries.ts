import { addDays, addYears } from "../calendar/london-days.ts";

/** What is asked about a published case study: whether it is still right, and what happened next. */
export type EnquiryKind = "review" | "oneYear" | "threeYears";
export type FollowUpKind = Exclude<EnquiryKind, "review">;

/** How many years after the first publication somebody is asked what happened next. */
export const yearsOn: Record<FollowUpKind, number> = { oneYear: 1, threeYears: 3 };

/** How long after the first publication somebody said what happened next: "One year on". */
export const yearsOnInWords = (years: number): string => (years === 1 ? "One year on" : "Three years on");

/** For how many days each step lasts. */
export interface UpkeepDays {
  /** Before the day of review that the first letter leaves. */
  notice: number;
  /** After the reminder that somebody may be silent. */
  silence: number;
  /** After a contact is doubted that readers are still shown it. */
  grace: number;
}

/** Between a letter and its reminder at least, however late the letter was. */
const leastBetween = 14;
/** Between a letter that asks what happened next and its reminder. */
const untilFollowUpReminder = 28;
/** How many days late a letter may be asked by itself. What has been due for longer is for an editor to ask. */
export const latest = 90;

/** The day on which a letter about a day is due. */
export const askingDay = (kind: EnquiryKind, dueOn: Date, { notice }: UpkeepDays): Date =>
  kind === "review" ? addDays(dueOn, -notice) : dueOn;

/** Whether a letter about a day is due now. @param today midnight UTC of the day in London, as all days here */
export function isAskingDue(kind: EnquiryKind, dueOn: Date, days: UpkeepDays, today: Date): boolean {
  const from = askingDay(kind, dueOn, days);
  return from <= today && today <= addDays(from, latest);
}

/** The day on which somebody is asked what happened next. @param publishedOn when readers could first see it */
export const followUpDay = (kind: FollowUpKind, publishedOn: Date): Date => addYears(publishedOn, yearsOn[kind]);

/** Where an enquiry stands that has not been answered. All are days in London. */
interface Unanswered {
  kind: EnquiryKind;
  dueOn: Date;
  askedOn: Date;
  remindedOn: Date | null;
}

/** The day on which whoever was asked is asked once more. */
export function remindingDay({ kind, dueOn, askedOn }: Unanswered): Date {
  if (kind !== "review") return addDays(askedOn, untilFollowUpReminder);
  const soonest = addDays(askedOn, leastBetween);
  return dueOn > soonest ? dueOn : soonest;
}

/** The day from which the contact of a case study counts as silent. Nobody has to tell what happened next. */
export function silentDay(enquiry: Unanswered, { silence }: UpkeepDays): Date | null {
  return enquiry.kind === "review" && enquiry.remindedOn ? addDays(enquiry.remindedOn, silence) : null;
}

/** The day from which readers are no longer shown a contact. */
export const hidingDay = (doubtedOn: Date, { grace }: UpkeepDays): Date => addDays(doubtedOn, grace);
