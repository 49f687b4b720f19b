import { db } from "#lib/data/db.ts";
import { oweLetter } from "#lib/data/letters/letters.ts";
import { spend } from "#lib/data/limits.ts";
import { lockPerson } from "#lib/data/people/people.ts";
import { isEditor } from "#lib/domain/workflow/decide.ts";
import { askForOwnList } from "./ask-for-own-list.ts";

interface Request {
  email: string;
  /** Where it was asked from. Null where that is not known. */
  address: string | null;
  now?: Date;
}

/**
 * Sends an editor a link to sign in with; whoever submits gets the link to their own list, which is their way in, and
 * somebody we do not know gets nothing. Nothing in the outcome says which it was.
 */
export async function askToSignIn({ email, address, now = new Date() }: Request): Promise<void> {
  const person = await db.person.findUnique({ where: { email: email.trim().toLowerCase() } });
  if (!person?.active) return;
  if (!isEditor({ kind: "person", ...person })) return askForOwnList({ email, now });
  const asking = await spend("signIn", { email, emailFromAddress: address && `${email.trim()} ${address}` });
  if (!asking.ok) return;
  await db.$transaction(async (tx) => {
    if (!(await lockPerson(tx, person.id))) return;
    await tx.letter.deleteMany({ where: { kind: "signIn", toId: person.id, sentAt: null } });
    await oweLetter(tx, { kind: "signIn", toId: person.id, now });
  });
}
