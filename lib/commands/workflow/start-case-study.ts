import { db, type Queries } from "#lib/data/db.ts";
import { ok } from "#lib/domain/result.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { keepable } from "#lib/domain/template/keepable.ts";
import { getTemplate, questionFor } from "#lib/domain/template/templates.ts";
import { beginVersion, type Lead } from "./begin-version.ts";
import { saveContact, type ContactDetails } from "#lib/commands/people/save-contact.ts";

interface Request {
  /** Key of the template to answer. */
  template: string;
  /** What is known at the start; the rest is saved later. */
  answers: Answers;
  /** Whom to ask about it, where that is known already. It becomes the answer to the template's question for a contact. */
  contact?: ContactDetails | null;
  /** Who starts it, where that is known already: anybody may start a draft without an account. */
  personId: string | null;
  /** The term it is listed under, where that is known already. */
  lead?: Lead;
  /** Whether it comes from a file that whoever starts it imports. */
  imported?: boolean;
  now?: Date;
}

/** Starts a new case study as a draft. */
export const startCaseStudy = (request: Request) => db.$transaction((tx) => startCaseStudyIn(tx, request));

/** The same as part of a greater whole. */
export async function startCaseStudyIn(
  tx: Queries,
  { template, answers, contact = null, personId, lead, imported = false, now = new Date() }: Request,
) {
  const kept = keepable(getTemplate(template), answers);
  if (!kept.ok) return kept;
  const { id: caseStudyId } = await tx.caseStudy.create({ data: { createdAt: now } });
  const asked = questionFor(getTemplate(template), "contact");
  const reached = contact && asked ? { [asked.key]: await saveContact(tx, caseStudyId, contact) } : {};
  const words = { ...kept.value, ...reached };
  const draft = { caseStudyId, template, answers: words, authorId: personId, writerId: personId };
  const version = await beginVersion(tx, {
    ...draft,
    kind: "start",
    isFirst: true,
    imported,
    ...(lead && { lead }),
    now,
  });
  return ok({ caseStudyId, versionId: version.id, revision: 1, answers: words });
}
