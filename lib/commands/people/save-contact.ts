import type { Queries } from "#lib/data/db.ts";
import { oneLine } from "#lib/domain/template/text.ts";

/** Somebody to ring or write to about a case study. */
export interface ContactDetails {
  name?: string;
  email: string;
  phone?: string;
  confirmedAt?: Date | null;
}

/** Keeps a case study's contact. @returns the id that its answers hold instead of the person */
export async function saveContact(
  tx: Queries,
  caseStudyId: string,
  { confirmedAt = null, ...details }: ContactDetails,
): Promise<string> {
  const { id } = await tx.contact.create({ data: { caseStudyId, ...tidied(details), confirmedAt } });
  return id;
}

/** A contact's texts as they are kept. */
export const tidied = ({ name = "", email, phone = "" }: ContactDetails) => ({
  name: oneLine(name),
  email: oneLine(email),
  phone: oneLine(phone),
});
