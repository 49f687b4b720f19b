import { db } from "#lib/data/db.ts";
import { ok } from "#lib/domain/result.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { beginVersion } from "./begin-version.ts";

interface Request {
  /** Key of the template to answer. */
  template: string;
  /** What is known at the start; the rest is saved later. */
  answers: Answers;
  /** Who starts it, where that is known already: anybody may start a draft without an account. */
  personId: string | null;
  now?: Date;
}

/** Starts a new case study as a draft. */
export async function startCaseStudy({ template, answers, personId, now = new Date() }: Request) {
  return db.$transaction(async (tx) => {
    const { id } = await tx.caseStudy.create({ data: { createdAt: now } });
    const version = await beginVersion(tx, {
      caseStudyId: id,
      template,
      answers,
      authorId: personId,
      writerId: personId,
      kind: "start",
      now,
    });
    return ok({ caseStudyId: id, versionId: version.id, revision: 1 });
  });
}
