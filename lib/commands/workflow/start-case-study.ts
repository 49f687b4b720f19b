import { db } from "#lib/data/db.ts";
import { ok } from "#lib/domain/result.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { keepable } from "#lib/domain/template/keepable.ts";
import { getTemplate, questionFor } from "#lib/domain/template/templates.ts";
import { beginVersion } from "./begin-version.ts";
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
  now?: Date;
}

/** Starts a new case study as a draft. */
export async function startCaseStudy({ template, answers, contact = null, personId, now = new Date() }: Request) {
  const kept = keepable(getTemplate(template), answers);
  if (!kept.ok) return kept;
  return db.$transaction(async (tx) => {
    const { id: caseStudyId } = await tx.caseStudy.create({ data: { createdAt: now } });
    const asked = questionFor(getTemplate(template), "contact");
    const reached = contact && asked ? { [asked.key]: await saveContact(tx, caseStudyId, contact) } : {};
    const words = { ...kept.value, ...reached };
    const draft = { caseStudyId, template, answers: words, authorId: personId, writerId: personId };
    const version = await beginVersion(tx, { ...draft, kind: "start", now });
    return ok({ caseStudyId, versionId: version.id, revision: 1, answers: words });
  });
}
