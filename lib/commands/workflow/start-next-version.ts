import { db, type Queries } from "#lib/data/db.ts";
import { getAnswers, lockCaseStudy } from "#lib/data/versions.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { mayStartNextVersion, type Actor } from "#lib/domain/workflow/decide.ts";
import { beginVersion } from "./begin-version.ts";

interface Request {
  caseStudyId: string;
  actor: Extract<Actor, { kind: "person" }>;
  now?: Date;
}

/** Starts the next version of a published case study, with the published words to begin from. */
export async function startNextVersion({ caseStudyId, actor, now = new Date() }: Request) {
  return db.$transaction(async (tx) => {
    if (!(await lockCaseStudy(tx, caseStudyId))) return refuse("not-found");
    const published = await tx.version.findFirst({ where: { caseStudyId, state: "published" } });
    if (!published) return refuse("wrong-state");

    const answers = await getAnswers(tx, published.id, published.latestRevision);
    const { council } = factsOf(getTemplate(published.template), answers);
    if (!mayStartNextVersion(actor, council, await listConfirmedCouncils(tx, actor.id))) return refuse("not-allowed");

    // Pressed twice, the button leads to one draft; one that somebody has written on is left alone.
    const untouched = {
      caseStudyId,
      authorId: actor.id,
      state: "draft",
      latestRevision: 1,
      number: { gt: published.number },
    } as const;
    const waiting = await tx.version.findFirst({ where: untouched });
    if (waiting) return ok({ versionId: waiting.id, revision: 1 });

    const begun = { caseStudyId, template: published.template, answers, authorId: actor.id, writerId: actor.id };
    const version = await beginVersion(tx, { ...begun, kind: "start", lead: published, now });
    return ok({ versionId: version.id, revision: 1 });
  });
}

async function listConfirmedCouncils(tx: Queries, personId: string): Promise<string[]> {
  const rows = await tx.contributor.findMany({ where: { personId }, select: { councilId: true } });
  return rows.map(({ councilId }) => councilId);
}
