import { listConfirmedFor } from "#lib/data/people/speakers.ts";
import { readStanding } from "#lib/data/catalogue/standing.ts";
import { db, type Queries } from "#lib/data/db.ts";
import { getAnswers, lockCaseStudy } from "#lib/data/versions.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { mayStartNextVersion, type Actor } from "#lib/domain/workflow/decide.ts";
import { openStates } from "#lib/domain/workflow/states.ts";
import type { Version } from "#prisma/client/client.ts";
import { beginVersion } from "./begin-version.ts";

interface Request {
  caseStudyId: string;
  actor: Extract<Actor, { kind: "person" }>;
  /** Whether it is for a row of a file that the actor imports. */
  imported?: boolean;
  now?: Date;
}

/** Starts the next version of a published case study, with the published words to begin from, or finds the one its actor began. */
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

  const waiting = imported ? null : await findBegun(tx, published, actor.id);
  if (waiting) return ok({ versionId: waiting.id, revision: waiting.latestRevision });

  const begun = { caseStudyId, template: published.template, answers, authorId: actor.id, writerId: actor.id };
  const version = await beginVersion(tx, { ...begun, kind: "start", lead: published, imported, now });
  return ok({ versionId: version.id, revision: 1 });
}

/**
 * What the same person began from what is published now, be it with the editors by now: pressed again, the button leads to it, with
 * whatever they wrote since. One begun before that was published holds older words.
 */
async function findBegun(tx: Queries, published: Version, authorId: string) {
  const shown = await tx.event.findFirst({
    where: { versionId: published.id, kind: "publish" },
    orderBy: { at: "desc" },
  });
  if (!shown) return null;
  return tx.version.findFirst({
    where: {
      caseStudyId: published.caseStudyId,
      authorId,
      state: { in: ["draft", ...openStates] },
      imported: false,
      createdAt: { gte: shown.at },
      events: { some: { kind: "start" } },
    },
    orderBy: { number: "desc" },
  });
}
