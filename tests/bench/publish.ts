import { randomUUID } from "node:crypto";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { submittable } from "#lib/domain/template/answers.ts";
import { current, getTemplate } from "#lib/domain/template/templates.ts";
import { inTurns } from "#tests/support/ask.ts";
import { aPerson } from "#tests/support/people.ts";

/** Whoever writes and whoever publishes. */
export async function cast() {
  return { author: await aPerson("contributor"), editor: await aPerson("editor") };
}

/** Accepted case studies with these answers, ready to be published. @returns their ids, in order */
export async function addAccepted(texts: readonly Answers[], authorId: string) {
  const template = current.caseStudy;
  const at = new Date("2024-01-01T12:00:00Z");
  const rules = submittable(getTemplate(template));
  const rows = texts.map((words) => {
    const contact = randomUUID();
    const answers = { ...words, contact };
    rules.parse(answers);
    return { caseStudyId: randomUUID(), id: randomUUID(), contact, answers };
  });
  await db.caseStudy.createMany({ data: rows.map(({ caseStudyId }) => ({ id: caseStudyId, createdAt: at })) });
  await db.contact.createMany({
    data: rows.map(({ contact, caseStudyId }) => ({ id: contact, caseStudyId, email: "team@zzq.example" })),
  });
  await db.version.createMany({
    data: rows.map(({ id, caseStudyId }) => ({
      ...{
        id,
        caseStudyId,
        template,
        number: 1,
        latestRevision: 1,
        authorId,
        state: "accepted" as const,
        createdAt: at,
      },
    })),
  });
  await db.revision.createMany({
    data: rows.map(({ id, answers }) => ({
      versionId: id,
      number: 1,
      answers: answers as object,
      writerId: authorId,
      at,
    })),
  });
  return rows.map(({ id, caseStudyId }) => ({ id, caseStudyId }));
}

/** Publishes answers as editors do, one move for each. @returns the ids of the case studies, in order */
export async function publishAll(texts: readonly Answers[]): Promise<string[]> {
  const { author, editor } = await cast();
  const ids: string[] = [];
  const batch = 500;
  for (let from = 0; from < texts.length; from += batch) {
    const some = texts.slice(from, from + batch);
    const added = await addAccepted(some, author.id);
    await inTurns(added, 4, async ({ id }) => {
      const moved = await moveVersion({ id, basedOn: 1, move: "publish", actor: editor });
      if (!moved.ok) throw new Error(`Publishing was refused: ${moved.reason}`);
    });
    ids.push(...added.map(({ caseStudyId }) => caseStudyId));
    console.log(`${ids.length} of ${texts.length} published`);
  }
  return ids;
}
