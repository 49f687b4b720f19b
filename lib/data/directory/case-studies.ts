import { pageStates } from "#lib/domain/workflow/states.ts";
import type { Contact } from "#prisma/client/client.ts";
import { db } from "#lib/data/db.ts";
import { readRecords, withCaseStudy, type CaseStudyRecord } from "./records.ts";

/** Everything the page of one case study shows. */
export interface CaseStudyPage extends CaseStudyRecord {
  /** Null unless the contact agreed to be shown. */
  contact: Contact | null;
}

/** What stands at an address: a page, nothing any more, or nothing yet. */
export type Found =
  | { kind: "page"; page: CaseStudyPage }
  | { kind: "gone" }
  | { kind: "moved"; to: string }
  | { kind: "none" };

/** What the public finds under a slug. Drafts and everything under review are nowhere. */
export async function findByAddress(slug: string): Promise<Found> {
  const version = await db.version.findFirst({
    where: { caseStudy: { slug }, state: { in: [...pageStates] } },
    include: withCaseStudy,
  });
  const [record] = version ? await readRecords(db, [version]) : [];
  if (version && record)
    return { kind: "page", page: { ...record, contact: await findContact(version.caseStudyId, record) } };

  const redirect = await db.redirect.findUnique({ where: { path: `/case-studies/${slug}` } });
  if (redirect) return { kind: "moved", to: redirect.target };
  return (await db.caseStudy.count({ where: { slug } })) ? { kind: "gone" } : { kind: "none" };
}

const findContact = async (caseStudyId: string, { facts: { contact, contactConsent } }: CaseStudyRecord) =>
  contact && contactConsent
    ? db.contact.findFirst({ where: { id: contact, caseStudyId, email: { not: "" }, hiddenAt: null } })
    : null;
