import { db, type Queries } from "#lib/data/db.ts";
import { lockVersion, subjectOf } from "#lib/data/versions.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import { fits, type Answers } from "#lib/domain/template/answers.ts";
import { keepable } from "#lib/domain/template/keepable.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { mayRevise, type Actor } from "#lib/domain/workflow/decide.ts";
import type { Prisma } from "#prisma/client/client.ts";

interface Request {
  id: string;
  /** The revision the writer had before them. */
  basedOn: number;
  /** All answers, not only the changed ones. */
  answers: Answers;
  actor: Actor;
  now?: Date;
}

/** Adds a revision to a version. Nothing written before is changed, and a stale writer overwrites nobody. */
export const saveRevision = (request: Request) => db.$transaction((tx) => saveRevisionIn(tx, request));

/** The same as part of a greater whole. */
export async function saveRevisionIn(tx: Queries, { id, basedOn, answers, actor, now = new Date() }: Request) {
  const version = await lockVersion(tx, id);
  if (!version) return refuse("not-found");
  if (!mayRevise(subjectOf(version), actor)) return refuse("not-allowed");
  if (version.latestRevision !== basedOn) return refuse("stale");
  const template = getTemplate(version.template);
  const kept = keepable(template, answers);
  if (!kept.ok) return kept;
  // Whoever writes a draft may still cut it; what an editor saves goes to the page as it is.
  if (version.state === "in_review" && !fits(template).safeParse(kept.value).success) return refuse("does-not-fit");

  const number = basedOn + 1;
  const writerId = actor.kind === "person" ? actor.id : version.authorId;
  await tx.revision.create({
    data: { versionId: id, number, answers: kept.value as Prisma.InputJsonObject, writerId, at: now },
  });
  await tx.version.update({ where: { id }, data: { latestRevision: number } });
  return ok({ revision: number });
}
