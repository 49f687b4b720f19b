import type { EnquiryAnswer } from "#lib/domain/upkeep/answers.ts";
import type { EnquiryKind } from "#lib/domain/upkeep/enquiries.ts";
import { factsOf, type Facts } from "#lib/domain/template/facts.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { hashOf, isToken } from "#lib/data/submissions/links.ts";
import { getAnswers } from "#lib/data/versions.ts";
import { db, type Queries } from "#lib/data/db.ts";

const everything = { version: { include: { caseStudy: true } }, contact: true, followUp: true } as const;

/** An enquiry as it is kept. Null for an address that opens nothing. */
export const findByToken = async (queries: Queries, token: string) =>
  isToken(token) ? queries.enquiry.findUnique({ where: { tokenHash: hashOf(token) }, include: everything }) : null;

/** How it stands with an enquiry. "over": the case study is no longer published, or somebody has found it right meanwhile. */
export type EnquiryStanding = "open" | "answered" | "over";

interface Kept {
  kind: string;
  dueOn: Date;
  answeredAt: Date | null;
  version: { state: string; reviewBy: Date | null };
}

export function standingOf({ kind, dueOn, answeredAt, version }: Kept): EnquiryStanding {
  if (answeredAt) return "answered";
  if (version.state !== "published") return "over";
  return kind === "review" && version.reviewBy?.getTime() !== dueOn.getTime() ? "over" : "open";
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
  const { version, contact } = found;
  return {
    kind: found.kind as EnquiryKind,
    standing: standingOf(found),
    facts: factsOf(getTemplate(version.template), await getAnswers(db, version.id, version.latestRevision)),
    slug: version.state === "published" ? version.caseStudy.slug : null,
    reviewBy: version.reviewBy,
    contact: contact && { name: contact.name, email: contact.email, phone: contact.phone },
    answer: found.answer as EnquiryAnswer | "",
  };
}
