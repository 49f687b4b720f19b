import { findLetter } from "#lib/data/letters/letters.ts";
import { renderText } from "#lib/mail/render.ts";
import { readEnv, whereLettersGo } from "#lib/ops/env.ts";
import { recipientOf, type Listed } from "./list-mailbox.ts";
import { writeLetter } from "./write-letter.ts";

/** One letter of the demonstration to read, or null where there is none or letters go to real mailboxes. */
export async function openLetter(id: string): Promise<(Listed & { text: string }) | null> {
  if (whereLettersGo(readEnv()) !== "mailbox" || !isUuid(id)) return null;
  const owed = await findLetter(id);
  if (!owed) return null;
  const letter = await writeLetter(owed);
  return { id, to: recipientOf(owed), subject: letter.subject, at: owed.queuedAt, text: renderText(letter) };
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
