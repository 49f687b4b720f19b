import { randomUUID } from "node:crypto";
import { db, type Queries } from "#lib/data/db.ts";
import { createLink, findLinkOf, tokenOf } from "#lib/data/submissions/links.ts";
import { ok, refuse } from "#lib/domain/result.ts";
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
    const { count } = await tx.caseStudy.createMany({
      data: [{ startKey: key, createdAt: now }],
      skipDuplicates: true,
    });
    const caseStudy = await tx.caseStudy.findUniqueOrThrow({ where: { startKey: key } });
    if (count === 0) return findStarted(tx, caseStudy.id, now);

    const draft = { template: current.caseStudy, answers: kept.value, authorId: null, writerId: null, suspicion };
    const version = await beginVersion(tx, { ...draft, caseStudyId: caseStudy.id, kind: "start", now });
    const { token } = await createLink(tx, { purpose: "draft", versionId: version.id, now });
    return ok({ versionId: version.id, token });
  });
}

/** The draft that the same form started before, if its link still opens it. */
async function findStarted(tx: Queries, caseStudyId: string, now: Date) {
  const version = await tx.version.findFirst({ where: { caseStudyId, number: 1 } });
  const link = version && (await findLinkOf(tx, version.id, "draft", now));
  return link ? ok({ versionId: version.id, token: tokenOf(link.id) }) : refuse("gone");
}
