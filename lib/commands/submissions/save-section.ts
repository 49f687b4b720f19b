import { isDeepStrictEqual } from "node:util";
import { db, type Queries } from "#lib/data/db.ts";
import { getAnswers, lockVersion, subjectOf } from "#lib/data/versions.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { keepable } from "#lib/domain/template/keepable.ts";
import type { Section } from "#lib/domain/template/questions.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { mayRevise } from "#lib/domain/workflow/decide.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { saveContact, tidied } from "#lib/commands/people/save-contact.ts";

interface Request {
  versionId: string;
  /** The revision the form was filled from. */
  basedOn: number;
  section: Section;
  /** What the section's form says now. It is kept even where it does not fit, so that it can be cut. */
  typed: Answers;
  contact: { email: string; name: string; phone: string };
  now?: Date;
}

/** Saves one section of a draft for whoever has its link. The same words again make no new revision. */
export const saveSection = (request: Request) => db.$transaction((tx) => saveSectionIn(tx, request));

/** The same as part of a greater whole. */
export async function saveSectionIn(
  tx: Queries,
  { versionId, basedOn, section, typed, contact, now = new Date() }: Request,
) {
  const version = await lockVersion(tx, versionId);
  if (!version) return refuse("not-found");
  if (!mayRevise(subjectOf(version), { kind: "holder", versionId })) return refuse("not-allowed");

  const before = await getAnswers(tx, versionId, version.latestRevision);
  const kept = keepable(getTemplate(version.template), { ...without(before, section), ...typed });
  if (!kept.ok) return kept;
  const reached = await contactAnswer(tx, version, section, before, contact);
  const answers = { ...kept.value, ...reached };
  if (isDeepStrictEqual(answers, before)) return ok({ revision: version.latestRevision, answers });
  if (version.latestRevision !== basedOn) return refuse("stale");

  const number = basedOn + 1;
  const revision = {
    versionId,
    number,
    answers: answers as Prisma.InputJsonObject,
    writerId: version.authorId,
    at: now,
  };
  await tx.revision.create({ data: revision });
  await tx.version.update({ where: { id: versionId }, data: { latestRevision: number } });
  return ok({ revision: number, answers });
}

/** Other sections' answers, and this one's pictures and documents, which no form sends. */
function without(answers: Answers, section: Section): Answers {
  const own = new Set(section.questions.filter(({ kind }) => kind !== "files").map(({ key }) => key));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !own.has(key)));
}

/** A contact is kept as a row of its own, so that it can be erased; the answer is its id. */
async function contactAnswer(
  tx: Queries,
  { caseStudyId, number }: { caseStudyId: string; number: number },
  section: Section,
  before: Answers,
  contact: Request["contact"],
): Promise<Answers> {
  const question = section.questions.find(({ kind }) => kind === "contact");
  if (!question) return {};
  const id = before[question.key];
  const blank = !contact.email && !contact.name && !contact.phone;
  if (blank) return {};
  // A later version begins with the row the published page shows, which nobody has read anew yet.
  if (typeof id === "string" && number === 1) {
    const { count } = await tx.contact.updateMany({ where: { id, caseStudyId }, data: tidied(contact) });
    if (count) return { [question.key]: id };
  }
  const same = typeof id === "string" && (await tx.contact.count({ where: { id, caseStudyId, ...tidied(contact) } }));
  return { [question.key]: same ? id : await saveContact(tx, caseStudyId, contact) };
}
