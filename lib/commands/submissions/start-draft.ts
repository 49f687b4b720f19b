import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { CaseStudy } from "#prisma/client/client.ts";
import { getAnswers } from "#lib/data/versions.ts";
import { db, type Queries } from "#lib/data/db.ts";
import { createLink, findLinkOf, keptKeyOf, tokenOf } from "#lib/data/submissions/links.ts";
import { ok } from "#lib/domain/result.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { keepable } from "#lib/domain/template/keepable.ts";
import { current, getTemplate } from "#lib/domain/template/templates.ts";
import { beginVersion } from "#lib/commands/workflow/begin-version.ts";

interface Request {
  answers: Answers;
  /** Key of the form it was started with. The same form sent again leads to the same draft. */
  key?: string;
  /** Why the spam rules will hold it once it is sent; "" when they will not. */
  suspicion?: string;
  now?: Date;
}

/** Starts a draft for whoever asks. Nobody need say who they are yet: the draft belongs to whoever has its link. */
export async function startDraft({ answers, key = randomUUID(), suspicion = "", now = new Date() }: Request) {
  const kept = keepable(getTemplate(current.caseStudy), answers);
  if (!kept.ok) return kept;
  return db.$transaction(async (tx) => {
    const startKey = keptKeyOf(key);
    const { caseStudy, isNew } = await beginCaseStudy(tx, startKey, now);
    const started = isNew ? null : await findStarted(tx, caseStudy, kept.value, now);
    if (started) return ok(started);

    const { id: caseStudyId } = isNew ? caseStudy : await tx.caseStudy.create({ data: { createdAt: now } });
    const draft = { template: current.caseStudy, answers: kept.value, authorId: null, writerId: null, suspicion };
    const version = await beginVersion(tx, { ...draft, caseStudyId, kind: "start", now });
    const { token } = await createLink(tx, { purpose: "draft", versionId: version.id, now });
    return ok({ versionId: version.id, token });
  });
}

/** The case study that a form begins or has begun, and begins once more if that one is deleted in the moment between. */
async function beginCaseStudy(
  tx: Queries,
  startKey: string,
  now: Date,
): Promise<{ caseStudy: CaseStudy; isNew: boolean }> {
  const { count } = await tx.caseStudy.createMany({ data: [{ startKey, createdAt: now }], skipDuplicates: true });
  const caseStudy = await tx.caseStudy.findUnique({ where: { startKey } });
  return caseStudy ? { caseStudy, isNew: count > 0 } : beginCaseStudy(tx, startKey, now);
}

const hour = 60 * 60 * 1000;

/**
 * The draft that the same form began a moment ago, while its link still opens it. Back and other words in the same form
 * are another case study, and a key found much later in some log opens nothing.
 */
async function findStarted(tx: Queries, { id, createdAt }: CaseStudy, answers: Answers, now: Date) {
  if (now.getTime() - createdAt.getTime() > hour) return null;
  const version = await tx.version.findFirst({ where: { caseStudyId: id, number: 1 } });
  if (!version || !isDeepStrictEqual(await getAnswers(tx, version.id, 1), answers)) return null;
  const link = await findLinkOf(tx, version.id, "draft", now);
  return link ? { versionId: version.id, token: tokenOf(link.id) } : null;
}
