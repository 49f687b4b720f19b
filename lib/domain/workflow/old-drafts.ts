const day = 24 * 60 * 60 * 1000;

/** For how many days nobody may touch a draft before its author is written to, and before it is deleted. */
export interface DraftDays {
  reminder: number;
  deletion: number;
}

/** After how many days an author is written to once more who has not confirmed their address, or not made changes that were asked for. */
export const waitingDays = { confirming: 3, changing: 28 } as const;

/** For how many days more. What waits longer, such as from before there were such letters, is left alone. */
export const waitingDaysOver = 60;

/** A draft that nobody has touched for a while. */
export interface SilentDraft {
  authorId: string | null;
  /** When something last happened to it. */
  touchedAt: Date;
  /** When its author was last owed a letter that says it will be deleted. */
  remindedAt: Date | null;
  /** When that letter had left, or was given up. Null while it waits. */
  reachedAt: Date | null;
}

/** Before which moment a draft must have been touched last for anything to be due about it. */
export const silentSince = ({ reminder }: DraftDays, now: Date) => daysAfter(now, -reminder);

/** Whether the author is to be written to: once in every silence. */
export const isReminderDue = (draft: SilentDraft, { reminder }: DraftDays, now: Date): boolean =>
  draft.authorId !== null && daysAfter(draft.touchedAt, reminder) <= now && !wasReminded(draft);

/** Whether a draft goes now. An author has had the letter, unless no server took it, for as long as it promised. */
export function isDeletionDue(draft: SilentDraft, days: DraftDays, now: Date): boolean {
  if (draft.authorId === null) return daysAfter(draft.touchedAt, days.deletion) <= now;
  return wasReminded(draft) && draft.reachedAt !== null && deletionDay(draft.touchedAt, draft.reachedAt, days) <= now;
}

/** When a draft goes whose author was written to, however late the letter left. */
export function deletionDay(touchedAt: Date, reachedAt: Date, { reminder, deletion }: DraftDays): Date {
  const [bySilence, byLetter] = [daysAfter(touchedAt, deletion), daysAfter(reachedAt, deletion - reminder)];
  return bySilence > byLetter ? bySilence : byLetter;
}

const wasReminded = (draft: SilentDraft): boolean => draft.remindedAt !== null && draft.remindedAt > draft.touchedAt;

const daysAfter = (date: Date, days: number) => new Date(date.getTime() + days * day);
