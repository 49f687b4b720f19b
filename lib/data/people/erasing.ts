import { digestOfPart } from "#lib/data/submissions/attempts.ts";
import { tokenOf } from "#lib/data/submissions/links.ts";
import { isNamedInWords } from "#lib/data/naming.ts";
import { allowRedaction } from "#lib/data/redacting.ts";
import type { Queries } from "#lib/data/db.ts";
import { pageStates, recordStates } from "#lib/domain/workflow/states.ts";
import { listContactsOf } from "./people.ts";
import { namesAddress } from "./refused.ts";
import { Prisma, type Contact, type Person } from "#prisma/client/client.ts";

/**
 * Removes contacts. One that the words of a record name stays as an empty row: those words cannot change, and would otherwise
 * never be complete again.
 *
 * @returns whether readers could see any of them
 */
export async function removeContacts(tx: Queries, contacts: readonly Contact[]): Promise<boolean> {
  const ids = contacts.map(({ id }) => id);
  await tx.factCheck.deleteMany({ where: { contactId: { in: ids } } });
  await tx.$executeRaw`
    update "Contact" c set "name" = '', "email" = '', "phone" = '', "confirmedAt" = null
     where c."id" = any(${ids}::uuid[])
       and ${isNamedInWords(Prisma.sql`c`, Prisma.sql`v."state"::text = any(${[...recordStates]}::text[])`)}`;
  await tx.contact.deleteMany({ where: { id: { in: ids }, email: { not: "" } } });
  const caseStudyId = { in: contacts.map((contact) => contact.caseStudyId) };
  return (await tx.version.count({ where: { caseStudyId, state: { in: [...pageStates] } } })) > 0;
}

/**
 * Removes the secret addresses of a person and of what they wrote, the Word files that were read for it, whatever was refused at those,
 * and whatever was read or refused elsewhere that names their e-mail address.
 */
export async function removeLinks(tx: Queries, { id, email }: Person): Promise<void> {
  const theirs = { OR: [{ personId: id }, { version: { authorId: id } }] };
  const links = await tx.link.findMany({ where: theirs, select: { id: true } });
  const contactId = { in: (await listContactsOf(tx, email)).map((contact) => contact.id) };
  const asked = { OR: [{ contactId }, { version: { authorId: id } }] };
  const factChecks = await tx.factCheck.findMany({ where: asked, select: { id: true } });
  const enquiries = await tx.enquiry.findMany({ where: asked, select: { id: true } });
  const tokens = [...links, ...factChecks, ...enquiries].map((one) => tokenOf(one.id));
  const traces = [...tokens, ...tokens.map(digestOfPart)];
  await tx.$executeRaw`
    delete from "Attempt" a where ${namesAddress(email)} or exists
      (select 1 from unnest(${traces}::text[]) trace where strpos(lower(a."address" || a."typed"::text), lower(trace)) > 0)`;
  await tx.wordReading.deleteMany({ where: { version: { authorId: id } } });
  await tx.$executeRaw`delete from "WordReading" where ${namesAddress(email, Prisma.sql`"reading"`)}`;
  await forgetImports(tx, email);
  await tx.link.deleteMany({ where: theirs });
}

/** How a zero byte reads that was escaped. */
const zero = "\\000";

/**
 * Removes the files of case studies that name an e-mail address and have not been brought in, with what was said of their rows.
 * A file lies in pieces, and an address may begin in one and end in the next; one of two bytes a letter has a zero in each. Whoever is at
 * such an import loses it.
 */
async function forgetImports(tx: Queries, email: string): Promise<void> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    select distinct part."importId" as "id" from "ImportPart" part
      left join "ImportPart" next on next."importId" = part."importId" and next."position" = part."position" + 1
     where strpos(lower(replace(encode(part."bytes" || coalesce(substr(next."bytes", 1, 800), ''), 'escape'), ${zero}, '')),
                  lower(${email})) > 0`;
  const importId = { in: found.map(({ id }) => id) };
  await tx.importPart.deleteMany({ where: { importId } });
  await tx.importRow.deleteMany({ where: { importId } });
  const problem = "It named somebody who has been erased.";
  await tx.import.updateMany({
    where: { id: importId },
    data: { stage: "refused", problem, heldBy: null, heldUntil: null },
  });
}

/**
 * Removes a person's row. What can only have been theirs goes with it: letters to them, their councils, their alerts.
 * What others rely on stays with nobody's name: revisions, events, comments, suggestions.
 */
export async function removePerson(tx: Queries, { id, email }: Person): Promise<void> {
  await allowRedaction(tx);
  await tx.alert.deleteMany({ where: { personId: id } });
  await tx.$executeRaw`delete from "Letter" where lower("address") = lower(${email})`;
  await tx.$executeRaw`update "Letter" set "refusal" = '' where strpos(lower("refusal"), lower(${email})) > 0`;
  await tx.person.delete({ where: { id } });
}
