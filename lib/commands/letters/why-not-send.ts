import { readMailedAlert } from "#lib/data/alerts/mailed.ts";
import { isAboutAnothersWork } from "#lib/data/letters/facts.ts";
import type { OwedLetter } from "#lib/data/letters/letters.ts";
import { standingOf } from "#lib/data/upkeep/enquiries.ts";
import { kindOf, type LetterKind } from "#lib/mail/letters.ts";

const asks: readonly string[] = ["askReview", "remindReview", "askFollowUp", "remindFollowUp"] satisfies LetterKind[];

const reminders: readonly string[] = ["remindToConfirm", "remindOfChanges"] satisfies LetterKind[];

/** Why a letter that was owed has nothing to say to its reader any more; null where it has. */
export async function whyNotSend(owed: OwedLetter): Promise<string | null> {
  if (kindOf(owed).opens && isAboutAnothersWork(owed)) return "The case study has another author now.";
  if (reminders.includes(owed.kind) && owed.event?.version.state !== owed.event?.toState)
    return "Its author has answered meanwhile.";
  if (asks.includes(owed.kind))
    return owed.enquiry && standingOf(owed.enquiry) === "open" ? null : "It has been answered.";
  if (owed.kind !== "digest") return null;
  const alert = await readMailedAlert(owed);
  return alert?.total ? null : "What it would tell of is not published any more.";
}
