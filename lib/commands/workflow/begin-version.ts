import type { Queries } from "#lib/data/db.ts";
import { createLink } from "#lib/data/submissions/links.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import type { EventKind } from "#lib/domain/workflow/moves.ts";
import type { Prisma } from "#prisma/client/client.ts";

/** The topic or support type that a version is listed under. */
export interface Lead {
  leadTopicId: string | null;
  leadSupportTypeId: string | null;
}

interface Beginning {
  caseStudyId: string;
  template: string;
  answers: Answers;
  authorId: string | null;
  writerId: string | null;
  kind: Extract<EventKind, "start" | "restoreAsDraft">;
  /** The term it is listed under, as the version it begins from was. */
  lead?: Lead;
  /** Whether it is brought in from a file: nobody waits for a letter about it. */
  imported?: boolean;
  suspicion?: string;
  /** Whether its case study has just been made. */
  isFirst?: boolean;
  now: Date;
}

/** Adds a draft with its first revision and the line in history that says how it began. Runs in its caller's transaction. */
export async function beginVersion(
  tx: Queries,
  {
    caseStudyId,
    template,
    answers,
    authorId,
    writerId,
    kind,
    lead,
    imported = false,
    suspicion = "",
    isFirst = false,
    now,
  }: Beginning,
) {
  // Not their count: an old draft may have been deleted from among them.
  const last = isFirst
    ? 0
    : (await tx.version.aggregate({ where: { caseStudyId }, _max: { number: true } }))._max.number;
  const version = await tx.version.create({
    data: {
      caseStudyId,
      template,
      authorId,
      leadTopicId: lead?.leadTopicId ?? null,
      leadSupportTypeId: lead?.leadSupportTypeId ?? null,
      number: (last ?? 0) + 1,
      latestRevision: 1,
      suspicion,
      imported,
      createdAt: now,
      revisions: { create: { number: 1, answers: answers as Prisma.InputJsonObject, writerId, at: now } },
    },
  });
  const event = { versionId: version.id, revision: 1, kind, toState: version.state, actorId: writerId, at: now };
  const { id } = await tx.event.create({ data: event });
  if (imported) return version;
  if (authorId) await createLink(tx, { purpose: "draft", versionId: version.id, now });
  if (authorId && kind === "start")
    await tx.letter.create({ data: { eventId: id, kind, toId: authorId, queuedAt: now } });
  return version;
}
