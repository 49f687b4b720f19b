import { z } from "zod";

const refusal = z.object({
  responseCode: z.number(),
  command: z.enum(["RCPT TO", "DATA"]),
  response: z.string().default(""),
});

/** What RFC 3463 has for a mailbox, and nothing that looks like an address of the network. */
const statuses = /(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?!\.?\d)/g;
/** No such mailbox or domain, none of them in particular, moved, or closed. 5.1.7 and 5.1.8 are about the sender. */
const nobody = /^5\.(?:1\.(?:[1-46]|10)|2\.1)$/;
/** By these a server says only that it is about some address, or about something: its words may say more. */
const anything = /^5\.(?:0\.0|1\.0)$/;
/** What a server says that refuses whoever writes, and not whom they write to. */
const aboutUs =
  /\b(?:block(?:ed|list(?:ed)?)?|blacklist(?:ed)?|banned|denied|policy|spam|reputation|relay(?:ing)?|sender|helo|ehlo|spf|dkim|dmarc)\b|https?:/i;
const addresses = /\S+@\S+/g;
/** Microsoft 365 has no other code for an address that nobody has there. */
const nobodyAtMicrosoft = /\b5\.4\.1 Recipient address rejected/i;

/**
 * Whether a mail server says that nobody has that mailbox any more. A mailbox that is full, and what it thinks of us, of the letter or of
 * our sign-in, is another matter: that may change.
 */
export function isMailboxGone(error: unknown): boolean {
  const read = refusal.safeParse(error);
  if (!read.success) return false;
  const { responseCode, command, response } = read.data;
  const [code] = response.match(statuses) ?? [];
  if (code) return saysGone(code, response);
  // Without one, what it talks about is the mailbox until DATA, and afterwards the letter: unless it says that it is about us.
  return (
    command === "RCPT TO" && [550, 551, 553].includes(responseCode) && !aboutUs.test(response.replace(addresses, ""))
  );
}

/** The same of a status, and of the words that came with it. */
export function saysGone(code: string, words: string): boolean {
  if (nobody.test(code) || nobodyAtMicrosoft.test(words)) return true;
  return anything.test(code) && (words.match(statuses) ?? []).some((other) => nobody.test(other));
}
