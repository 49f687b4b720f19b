import type { Answers } from "#lib/domain/template/answers.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { db, type Queries } from "#lib/data/db.ts";
import { mayEditorsRead } from "#lib/data/review/for-editors.ts";
import { getAnswers, lockVersion } from "#lib/data/versions.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import { mayEditCatalogue, type Actor } from "#lib/domain/workflow/decide.ts";
import { beginVersion } from "./begin-version.ts";

interface Request {
  /** The older version whose words are wanted again. */
  id: string;
  actor: Extract<Actor, { kind: "person" }>;
  now?: Date;
}

/** Makes a new draft with the words of an older version, once however often it is asked for. The older one stays as it is. */
export async function restoreAsDraft({ id, actor, now = new Date() }: Request) {
  return db.$transaction(async (tx) => {
    const older = await lockVersion(tx, id);
    if (!older || !(await mayEditorsRead(id, tx))) return refuse("not-found");
    if (!mayEditCatalogue(actor)) return refuse("not-allowed");

    const answers = await getAnswers(tx, id, older.latestRevision);
    const same = await findRestored(tx, older.caseStudyId, actor.id, answers);
    if (same) return ok({ versionId: same.id, revision: 1 });
    const begun = {
      caseStudyId: older.caseStudyId,
      template: older.template,
      answers,
      authorId: actor.id,
      writerId: actor.id,
    };
    const version = await beginVersion(tx, { ...begun, kind: "restoreAsDraft", lead: older, now });
    return ok({ versionId: version.id, revision: 1 });
  });
}

/** What somebody brought back before with the same words, and nobody has written on. */
const findRestored = (tx: Queries, caseStudyId: string, authorId: string, answers: Answers) =>
  tx.version.findFirst({
    where: {
      ...{ caseStudyId, authorId, state: "draft", latestRevision: 1 },
      events: { some: { kind: "restoreAsDraft" } },
      revisions: { some: { answers: { equals: answers as Prisma.InputJsonObject } } },
    },
    orderBy: { number: "desc" },
  });
