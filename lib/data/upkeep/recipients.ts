import type { Answers } from "#lib/domain/template/answers.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import type { Contact } from "#prisma/client/client.ts";
import type { Queries } from "#lib/data/db.ts";

/** Who answers for a published case study: the contact that readers are shown, or else its author, who did not import it. */
export type Recipient =
  | { contactId: string; address: string; toId: null }
  | { contactId: null; address: null; toId: string };

interface Published {
  id: string;
  caseStudyId: string;
  template: string;
  latestRevision: number;
  authorId: string | null;
  imported: boolean;
}

/** Who sent a version in. Whoever imported one did not, and is asked nothing about it. */
export const senderOf = ({ authorId, imported }: Pick<Published, "authorId" | "imported">): string | null =>
  imported ? null : authorId;

/** The contact that the words of a version name for readers, whatever is doubted about it. Null where they name none. */
export async function findNamedContact(
  queries: Queries,
  { id: versionId, caseStudyId, template, latestRevision: number }: Omit<Published, "authorId" | "imported">,
): Promise<Contact | null> {
  const revision = await queries.revision.findUnique({ where: { versionId_number: { versionId, number } } });
  const { contact, contactConsent } = factsOf(getTemplate(template), (revision?.answers ?? {}) as Answers);
  if (!contact || !contactConsent) return null;
  return queries.contact.findFirst({ where: { id: contact, caseStudyId, email: { not: "" } } });
}

/** Whom to write to about a published version. Null where nobody is known to be there. */
export async function findRecipient(queries: Queries, version: Published): Promise<Recipient | null> {
  const contact = await findNamedContact(queries, version);
  if (contact && !contact.doubt) return { contactId: contact.id, address: contact.email, toId: null };
  const sender = senderOf(version);
  const author = sender ? await queries.person.findFirst({ where: { id: sender, active: true } }) : null;
  return author && { contactId: null, address: null, toId: author.id };
}
