import type { Subject } from "#lib/domain/workflow/decide.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import type { Queries } from "./db.ts";

export type LockedVersion = NonNullable<Awaited<ReturnType<typeof lockVersion>>>;

/**
 * One version, with its case study held until the transaction ends: two people cannot both decide about it.
 * Every command locks the case study before it reads a version, so none can wait for another in a circle.
 */
export async function lockVersion(tx: Queries, id: string) {
  await tx.$queryRaw`select 1 from "CaseStudy" where "id" = (select "caseStudyId" from "Version" where "id" = ${id}::uuid) for update`;
  return tx.version.findUnique({
    where: { id },
    include: { author: true, caseStudy: true, revisions: { select: { number: true, writerId: true } } },
  });
}

/** Holds a case study, so that versions of it are begun one at a time. Answers whether it exists. */
export async function lockCaseStudy(tx: Queries, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`select 1 from "CaseStudy" where "id" = ${id}::uuid for update`;
  return rows.length > 0;
}

/** Holds several case studies in an order that everybody keeps, so that nobody waits for another in a circle. */
export async function lockCaseStudies(tx: Queries, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`select 1 from "CaseStudy" where "id" = any(${[...ids]}::uuid[]) order by "id" for update`;
}

/** What the workflow needs to know about a version. */
export const subjectOf = (version: LockedVersion): Subject => ({
  id: version.id,
  state: version.state,
  stateBeforeHold: version.stateBeforeHold,
  publishAt: version.publishAt,
  answerBy: version.answerBy,
  authorId: version.authorId,
  emailProved: Boolean(version.author?.emailProvedAt),
  imported: version.imported,
  writerIds: version.revisions.map(({ writerId }) => writerId),
});

/** The words of one revision. */
export async function getAnswers(tx: Queries, versionId: string, number: number): Promise<Answers> {
  const { answers } = await tx.revision.findUniqueOrThrow({ where: { versionId_number: { versionId, number } } });
  return answers as Answers;
}
