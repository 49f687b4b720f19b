import { readLetterFacts } from "#lib/data/letters/facts.ts";
import type { OwedLetter } from "#lib/data/letters/letters.ts";
import { siteAddress } from "#lib/mail/address.ts";
import { kindOf, type Letter } from "#lib/mail/letters.ts";
import { draftDays, readEnv } from "#lib/ops/env.ts";

interface Manner {
  now?: Date;
  /** False to leave out the secret address, where only the subject is wanted. */
  withLink?: boolean;
}

/**
 * The words of an owed letter. Makes the secret address it carries where there is none yet.
 *
 * @throws Error when there are no words for a letter of that kind
 */
export async function writeLetter(
  owed: OwedLetter,
  { now = new Date(), withLink = true }: Manner = {},
): Promise<Letter> {
  const env = readEnv();
  const { opens = null, write } = kindOf(owed);
  const facts = await readLetterFacts(owed, withLink ? opens : null, now);
  return write({ ...facts, site: siteAddress(env), contact: env.CONTACT_EMAIL, draftDays: draftDays(env) });
}
