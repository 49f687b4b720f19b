import { listConfirmedFor } from "#lib/data/people/speakers.ts";
import { readStanding } from "#lib/data/catalogue/standing.ts";
import { db, type Queries } from "#lib/data/db.ts";
import { getAnswers, lockCaseStudy } from "#lib/data/versions.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { mayStartNextVersion, type Actor } from "#lib/domain/workflow/decide.ts";
import type { Version } from "#prisma/client/client.ts";
import { beginVersion } from "./begin-version.ts";

interface Request {
  caseStudyId: string;
  actor: Extract<Actor, { kind: "person" }>;
  /** Whether it is for a row of a file that the actor imports. */
  imported?: boolean;
  now?: Date;
}

/** Starts the next version of a published case study, with the published words to begin from. */
export const startNextVersion = (request: Request) => db.$transaction((tx) => startNextVersionIn(tx, request));

/** The same as part of a greater whole. */
export async function startNextVersionIn(
  tx: Queries,
  { caseStudyId, actor, imported = false, now = new Date() }: Request,
) {
  if (!(await lockCaseStudy(tx, caseStudyId))) return refuse("not-found");
  const published = await tx.version.findFirst({ where: { caseStudyId, state: "published" } });
  if (!published) return refuse("wrong-state");

  const answers = await getAnswers(tx, published.id, published.latestRevision);
  const { council } = factsOf(getTemplate(published.template), answers);
  const standing = await readStanding(tx);
  const confirmedFor = await listConfirmedFor(tx, actor.id);
  if (!mayStartNextVersion(actor, council && standing(council), confirmedFor)) return refuse("not-allowed");

  const waiting = imported ? null : await findUntouched(tx, published, actor.id);
  if (waiting) return ok({ versionId: waiting.id, revision: 1 });

  const begun = { caseStudyId, template: published.template, answers, authorId: actor.id, writerId: actor.id };
  const version = await beginVersion(tx, { ...begun, kind: "start", lead: published, imported, now });
  return ok({ versionId: version.id, revision: 1 });
}

/**
 * What the same person began from what is published now and has not written on: pressed twice, the button leads to one
 * draft. One begun before that was published holds older words.
 */
async function findUntouched(tx: Queries, published: Version, authorId: string) {
  const shown = await tx.event.findFirst({
    where: { versionId: published.id, kind: "publish" },
    orderBy: { at: "desc" },
  });
  if (!shown) return null;
  const { caseStudyId } = published;
  return tx.version.findFirst({
    where: { caseStudyId, authorId, state: "draft", latestRevision: 1, createdAt: { gte: shown.at } },
  });
}
