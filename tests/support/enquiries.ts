import { askForReview } from "#lib/commands/upkeep/tend-contact.ts";
import { startEnquiry } from "#lib/commands/upkeep/ask-enquiries.ts";
import { db } from "#lib/data/db.ts";
import { tokenOf } from "#lib/data/submissions/links.ts";
import { lockVersion } from "#lib/data/versions.ts";
import type { EnquiryKind } from "#lib/domain/upkeep/enquiries.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { aVersion, type AVersion } from "./versions.ts";

export interface AnEnquiry extends AVersion {
  enquiryId: string;
  token: string;
  letterId: string;
}

/** A published case study whose contact has been asked about it. */
export async function anEnquiry(kind: EnquiryKind = "review", changes: Answers = {}): Promise<AnEnquiry> {
  const version = await aVersion("published", { contactConsent: true, ...changes });
  if (kind === "review") await askForReview({ versionId: version.id, actor: version.editor });
  else
    await db.$transaction(async (tx) => {
      const locked = await lockVersion(tx, version.id);
      if (locked) await startEnquiry(tx, { version: locked, kind, dueOn: new Date("2026-11-01"), now: new Date() });
    });
  const { id, letters } = await db.enquiry.findFirstOrThrow({
    where: { versionId: version.id },
    include: { letters: true },
  });
  return { ...version, enquiryId: id, token: tokenOf(id), letterId: letters[0]?.id ?? "" };
}

/** The one contact of a case study. */
export const contactOf = ({ caseStudyId }: Pick<AVersion, "caseStudyId">) =>
  db.contact.findFirstOrThrow({ where: { caseStudyId } });
