import { claimLetter, markFailed, markSent, markUndeliverable, type OwedLetter } from "#lib/data/letters/letters.ts";
import { isMailboxGone } from "#lib/mail/refusal.ts";
import { readAddress } from "#lib/mail/address.ts";
import { render } from "#lib/mail/render.ts";
import { openPost, type Post } from "#lib/mail/send.ts";
import { readEnv } from "#lib/ops/env.ts";
import { noteReturn } from "../upkeep/note-return.ts";
import { whyNotSend } from "./why-not-send.ts";
import { writeLetter } from "./write-letter.ts";

interface Request {
  now?: Date;
  /** How many letters to try at most. */
  limit?: number;
  /** Ends the round after the letter under way. */
  signal?: AbortSignal;
}

export type Sent = Record<"sent" | "failed" | "skipped", number>;

/**
 * Sends the letters that are due, one by one. Each is claimed, sent and noted in steps of their own: whoever dies between
 * sending and noting leaves it to be sent again under the same Message-ID. Safe in several processes at once.
 */
export async function sendLetters({ now = new Date(), limit = 50, signal }: Request = {}): Promise<Sent> {
  const tally: Sent = { sent: 0, failed: 0, skipped: 0 };
  const post = openPost(readEnv());
  if (!post) return tally;
  const began = performance.now();
  const clock = () => new Date(now.getTime() + performance.now() - began);
  for (let tried = 0; tried < limit && !signal?.aborted; tried++) {
    const owed = await claimLetter(clock());
    if (!owed) break;
    tally[await sendOne(owed, post, clock)]++;
  }
  return tally;
}

async function sendOne(owed: OwedLetter, post: Post, clock: () => Date): Promise<keyof Sent> {
  const address = readAddress(mailboxOf(owed));
  if (!address) return await skip(owed, "There is no address to send it to.");
  try {
    const why = await whyNotSend(owed);
    if (why) return await skip(owed, why);
    const letter = render(await writeLetter(owed, { now: clock() }));
    await post.deliver({ id: owed.id, to: { name: owed.to?.name ?? "", address }, letter });
  } catch (error) {
    await noteFailure(owed, error, clock());
    return "failed";
  }
  await markSent(owed.id, clock());
  return "sent";
}

/**
 * A letter that can wait for another day is not tried again at a mailbox that is gone: whoever asked for an alert wanted letters, not a
 * siege, and an editor can find a contact sooner than a server changes its mind. That our own server is away or unwelcome says nothing
 * of either.
 */
async function noteFailure(owed: OwedLetter, error: unknown, now: Date): Promise<void> {
  const words = error instanceof Error ? error.message : String(error);
  const gone = isMailboxGone(error);
  const canWait = (owed.alertId ?? owed.enquiryId) !== null;
  if (!gone || !canWait) return markFailed(owed, { words, gone, now });
  await markUndeliverable(owed.id, words, true);
  await noteReturn(owed, now);
}

async function skip({ id }: OwedLetter, why: string): Promise<"skipped"> {
  await markUndeliverable(id, why, false);
  return "skipped";
}

/** What concerns the editors at large where it concerns none of them by name. */
const toEditors = [
  ...["confirm", "suggestion", "problem", "mentions"],
  ...["answerFactCheck", "approveEdits", "commentOnEdits", "notPublished"],
];

function mailboxOf({ to, address, kind }: OwedLetter): string | null {
  return to?.email ?? address ?? (toEditors.includes(kind) ? readEnv().EDITORS_EMAIL : null);
}
