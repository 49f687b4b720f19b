import type { Answers } from "#lib/domain/template/answers.ts";
import { factsOf, type Facts } from "#lib/domain/template/facts.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import type { Move } from "#lib/domain/workflow/moves.ts";
import type { RevisionName } from "#lib/domain/history/comparison.ts";
import { db, type Queries } from "#lib/data/db.ts";
import { mayEditorsRead } from "./for-editors.ts";

/** The number of the revision that a version's author sent last. */
export const findSentRevision = (versionId: string, queries: Queries = db) =>
  findRevisionOf(queries, versionId, "submit");

/** The same of several versions, by version. */
export async function listSentRevisions(versionIds: readonly string[]): Promise<Map<string, number>> {
  const events = await db.event.findMany({
    where: { versionId: { in: [...versionIds] }, kind: "submit" },
    orderBy: { at: "asc" },
    select: { versionId: true, revision: true },
  });
  return new Map(events.map(({ versionId, revision }) => [versionId, revision]));
}

/** The number of the revision about which changes were asked for last. */
export const findAskedRevision = (versionId: string) => findRevisionOf(db, versionId, "requestChanges");

async function findRevisionOf(queries: Queries, versionId: string, kind: Move): Promise<number | null> {
  const event = await queries.event.findFirst({ where: { versionId, kind }, orderBy: { at: "desc" } });
  return event && event.revision;
}

/**
 * The words of one revision with the names of everything its answers hold the id of. Null where there is none, and for what editors may
 * not read.
 */
export async function findRevision({ versionId, number }: RevisionName) {
  if (!(await mayEditorsRead(versionId))) return null;
  const revision = await db.revision.findUnique({
    where: { versionId_number: { versionId, number } },
    include: { version: true },
  });
  if (!revision) return null;
  const { caseStudyId, template: key, number: version } = revision.version;
  const template = getTemplate(key);
  const answers = revision.answers as Answers;
  const names = await namesFor(caseStudyId, factsOf(template, answers));
  return { versionId, version, number, at: revision.at, caseStudyId, template, answers, names };
}

/** Names by id: what was retired, renamed or abolished since is named as well. */
async function namesFor(
  caseStudyId: string,
  { council, partners, topics, supportTypes, contact, documents, images }: Facts,
) {
  const named = { id: true, name: true } as const;
  const files = [...documents, ...images].map(({ attachment }) => attachment);
  const [topicNames, supportNames, councils, found, attachments] = await Promise.all([
    db.topic.findMany({ where: { id: { in: topics } }, select: named }),
    db.supportType.findMany({ where: { id: { in: supportTypes } }, select: named }),
    db.council.findMany({ where: { id: { in: [council ?? "", ...partners] } }, select: named }),
    contact ? db.contact.findFirst({ where: { id: contact, caseStudyId } }) : null,
    db.attachment.findMany({ where: { id: { in: files }, caseStudyId }, select: { ...named, bytes: true } }),
  ]);
  return { topics: topicNames, supportTypes: supportNames, councils, contact: found, files: attachments };
}
