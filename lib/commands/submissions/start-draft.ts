import { db } from "#lib/data/db.ts";
import { createLink } from "#lib/data/submissions/links.ts";
import { ok } from "#lib/domain/result.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { keepable } from "#lib/domain/template/keepable.ts";
import { current, getTemplate } from "#lib/domain/template/templates.ts";
import { beginVersion } from "#lib/commands/workflow/begin-version.ts";

interface Request {
  answers: Answers;
  now?: Date;
}

/** Starts a draft for whoever asks. Nobody need say who they are yet: the draft belongs to whoever has its link. */
export async function startDraft({ answers, now = new Date() }: Request) {
  const kept = keepable(getTemplate(current.caseStudy), answers);
  if (!kept.ok) return kept;
  return db.$transaction(async (tx) => {
    const { id: caseStudyId } = await tx.caseStudy.create({ data: { createdAt: now } });
    const draft = { caseStudyId, template: current.caseStudy, answers: kept.value, authorId: null, writerId: null };
    const version = await beginVersion(tx, { ...draft, kind: "start", now });
    const { token } = await createLink(tx, { purpose: "draft", versionId: version.id, now });
    return ok({ versionId: version.id, token });
  });
}
