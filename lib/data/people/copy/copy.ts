import type { PeopleChange } from "#lib/domain/people/changes.ts";
import { changeInWords, roleInWords } from "#lib/domain/people/copy-words.ts";
import type { CopiedKind, Copy } from "#lib/domain/people/copy.ts";
import { db } from "#lib/data/db.ts";
import { findLink } from "#lib/data/submissions/links.ts";
import { copyEditing } from "./editing.ts";
import { copyLetters } from "./letters.ts";
import { copyOthersWords } from "./others-words.ts";
import { readNames } from "./names.ts";
import { copyWork } from "./work.ts";
import { momentOf, type Holder } from "./holder.ts";

/**
 * Everything that is held about whoever has an e-mail address, whether we know a person by it or it is only a contact's.
 *
 * @param madeAt what the copy says it was made at
 */
export async function copyOf(email: string, madeAt = new Date()): Promise<Copy> {
  const address = email.trim().toLowerCase();
  const person = await db.person.findUnique({ where: { email: address } });
  const holder: Holder = { email: address, id: person?.id ?? null, name: person?.name ?? "" };
  const kinds = [
    await copySubmitter(holder),
    ...(await copyWork(holder)),
    ...(await copyOthersWords(holder)),
    ...(await copyLetters(holder)),
    ...(await copyEditing(holder)),
  ];
  return { email: address, madeAt, kinds };
}

/** The same for whoever has the link to their own list, and so has shown whose mailbox it is. Null for an address that opens nothing. */
export async function findCopy(token: string, now = new Date()): Promise<Copy | null> {
  const link = await findLink(token, "mine", now);
  const person = link?.personId && (await db.person.findUnique({ where: { id: link.personId } }));
  return person ? copyOf(person.email, now) : null;
}

async function copySubmitter({ id }: Holder): Promise<CopiedKind> {
  const person = id && (await db.person.findUnique({ where: { id }, include: { contributesTo: true, changed: true } }));
  if (!person) return { key: "submitter", items: [] };
  const about = {
    "E-mail address": person.email,
    Name: person.name,
    Role: roleInWords(person.role),
    Active: person.active,
    Since: momentOf(person.createdAt),
    "Address proved": momentOf(person.emailProvedAt),
  };
  const named = await readNames();
  const councilOf = (councilId: string) => named.councils.get(councilId) ?? councilId;
  const councils = person.contributesTo.map(({ councilId, confirmedAt }) => ({
    "Confirmed for": councilOf(councilId),
    On: momentOf(confirmedAt),
  }));
  const changes = person.changed.map(({ kind, detail, at }) => ({
    Changed: changeInWords[kind as PeopleChange],
    To: roleInWords(councilOf(detail)),
    On: momentOf(at),
  }));
  return { key: "submitter", items: [about, ...councils, ...changes] };
}
