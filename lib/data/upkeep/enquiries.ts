import type { EnquiryAnswer } from "#lib/domain/upkeep/answers.ts";
import type { EnquiryKind } from "#lib/domain/upkeep/enquiries.ts";
import { factsOf, type Facts } from "#lib/domain/template/facts.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { hashOf, isToken } from "#lib/data/submissions/links.ts";
import { getAnswers } from "#lib/data/versions.ts";
import { db, type Queries } from "#lib/data/db.ts";

/** What says how it stands with an enquiry. */
export const withStanding = {
  version: true,
  caseStudy: { include: { versions: { where: { state: "published" }, select: { id: true } } } },
} as const;
const everything = { ...withStanding, contact: true, followUp: true } as const;

/** An enquiry as it is kept. Null for an address that opens nothing. */
export const findByToken = async (queries: Queries, token: string) =>
  isToken(token) ? queries.enquiry.findUnique({ where: { tokenHash: hashOf(token) }, include: everything }) : null;

/** How it stands with an enquiry. "over": the case study is no longer published, or somebody has found it right meanwhile. */
export type EnquiryStanding = "open" | "answered" | "over";

interface Kept {
  kind: string;
  dueOn: Date;
  answeredAt: Date | null;
  version: { id: string; reviewBy: Date | null };
  /** With its published version, where it has one. */
  caseStudy: { versions: readonly { id: string }[] };
}

/** What happened next is asked of a case study; whether it is still right, of one version and its day of review. */
export function standingOf({ kind, dueOn, answeredAt, version, caseStudy }: Kept): EnquiryStanding {
  if (answeredAt) return "answered";
  const [published] = caseStudy.versions;
  if (!published) return "over";
  const isAnother = published.id !== version.id || version.reviewBy?.getTime() !== dueOn.getTime();
  return kind === "review" && isAnother ? "over" : "open";
}

/** What whoever was asked has before them. */
export interface EnquiryInHand {
  kind: EnquiryKind;
  standing: EnquiryStanding;
  facts: Facts;
  /** Of its page; null where it has none at present. */
  slug: string | null;
  reviewBy: Date | null;
  /** What readers are shown of whoever was asked. Null where its author was, whom they are not shown. */
  contact: { name: string; email: string; phone: string } | null;
  answer: EnquiryAnswer | "";
}

/** What a secret address opens to whoever was asked about a published case study. Null for one that opens nothing. */
export async function findEnquiry(token: string): Promise<EnquiryInHand | null> {
  const found = await findByToken(db, token);
  if (!found) return null;
  const { version, contact, caseStudy } = found;
  return {
    kind: found.kind as EnquiryKind,
    standing: standingOf(found),
    facts: factsOf(getTemplate(version.template), await getAnswers(db, version.id, version.latestRevision)),
    slug: caseStudy.versions.length ? caseStudy.slug : null,
    reviewBy: version.reviewBy,
    contact: contact && { name: contact.name, email: contact.email, phone: contact.phone },
    answer: found.answer as EnquiryAnswer | "",
  };
}
