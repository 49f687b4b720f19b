import { listLetters, type OwedLetter } from "#lib/data/letters/letters.ts";
import { readEnv, whereLettersGo } from "#lib/ops/env.ts";
import { writeLetter } from "./write-letter.ts";

/** A letter as the mailbox lists it. */
export interface Listed {
  id: string;
  to: string;
  subject: string;
  at: Date;
}

/** The newest letters of the demonstration, or null where letters go to real mailboxes. */
export async function listMailbox(limit = 100): Promise<Listed[] | null> {
  if (whereLettersGo(readEnv()) !== "mailbox") return null;
  return Promise.all((await listLetters(limit)).map(inList));
}

async function inList(owed: OwedLetter): Promise<Listed> {
  const { subject } = await writeLetter(owed, { withLink: false });
  return { id: owed.id, to: recipientOf(owed), subject, at: owed.queuedAt };
}

/** Whom a letter goes to, for somebody who looks into the mailbox. */
export const recipientOf = ({ to, address }: OwedLetter) => to?.email ?? address ?? readEnv().EDITORS_EMAIL;
