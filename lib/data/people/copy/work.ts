import type { Answers } from "#lib/domain/template/answers.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { answersInWords, typedInWords, type Named } from "#lib/domain/people/answer-words.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import type { CopiedKind, Said } from "#lib/domain/people/copy.ts";
import { eventNames } from "#lib/domain/workflow/editor-words.ts";
import type { EventKind } from "#lib/domain/workflow/moves.ts";
import { isRecord, isWithAuthor } from "#lib/domain/workflow/states.ts";
import { eventWords, stateWords } from "#lib/domain/workflow/words.ts";
import { db } from "#lib/data/db.ts";
import { amongEditors, reasonForAuthor, shownToAuthor } from "#lib/data/submissions/tracking.ts";
import { momentOf, type Holder } from "./holder.ts";
import { readNames } from "./names.ts";

/** What somebody wrote: their drafts and case studies whole, what they said about others', what was read of their Word files. */
export async function copyWork(holder: Holder): Promise<CopiedKind[]> {
  const versions = await listVersions(holder.id);
  const named = await readNames();
  const said = (version: Version) => versionSaid(version, named);
  const isKept = ({ state }: (typeof versions)[number]) => isRecord(state);
  return [
    { key: "draft", items: versions.filter((version) => !isKept(version)).map(said) },
    { key: "record", items: [...versions.filter(isKept).map(said), ...(await listElsewhere(holder.id, named))] },
    { key: "reading", items: await listReadings(holder.id, named) },
  ];
}

const listVersions = async (authorId: string | null) =>
  authorId === null
    ? []
    : db.version.findMany({
        where: { authorId },
        orderBy: { createdAt: "asc" },
        include: {
          caseStudy: { include: { attachments: true } },
          revisions: { orderBy: { number: "asc" } },
          events: { orderBy: { at: "asc" } },
          comments: { where: { OR: [{ toCouncil: true }, { writerId: authorId }] }, orderBy: { at: "asc" } },
        },
      });

type Version = Awaited<ReturnType<typeof listVersions>>[number];

/** What the author of a version may read of it: as on the page where they follow it, but for what they did themselves. */
function forAuthor({ authorId, state, latestRevision, revisions, events }: Version) {
  const isRead = (number: number) =>
    (isWithAuthor(state) && number === latestRevision) ||
    events.some(({ kind, revision }) => revision === number && shownToAuthor.includes(kind));
  return {
    revisions: revisions.filter(({ writerId, number }) => !writerId || writerId === authorId || isRead(number)),
    events: events
      .filter(({ kind, actorId }) => actorId === authorId || !amongEditors.includes(kind))
      .map((event) => ({ ...event, reason: event.actorId === authorId ? event.reason : reasonForAuthor(event) })),
  };
}

function versionSaid(version: Version, names: Named) {
  const named = { ...names, files: new Map(version.caseStudy.attachments.map(({ id, name }) => [id, name])) };
  const { template, state, createdAt, caseStudy, comments } = version;
  const { revisions, events } = forAuthor(version);
  const answers = (revisions.at(-1)?.answers ?? {}) as Answers;
  return {
    Title: factsOf(getTemplate(template), answers).title,
    State: stateWords[state].name,
    Address: caseStudy.slug,
    Begun: momentOf(createdAt),
    Words: revisions.map((revision) => ({
      Revision: revision.number,
      Written: momentOf(revision.at),
      Answers: answersInWords(getTemplate(template), revision.answers as Answers, named),
    })),
    Files: caseStudy.attachments.map(({ name, type, bytes, at }) => ({
      Name: name,
      Type: type,
      Bytes: bytes,
      Added: momentOf(at),
    })),
    History: events.map(({ kind, reason, at }) => ({
      What: eventWords[kind as EventKind],
      Reason: reason,
      At: momentOf(at),
    })),
    Comments: comments.map(({ section, text, at }) => ({
      Section: titleOf(template, section),
      Text: text,
      At: momentOf(at),
    })),
  };
}

function titleOf(template: string, section: string): string {
  return getTemplate(template).sections.find(({ key }) => key === section)?.title ?? section;
}

/** What they did, wrote and said in case studies of others. */
async function listElsewhere(id: string | null, named: Named) {
  if (id === null) return [];
  const elsewhere = { OR: [{ authorId: null }, { authorId: { not: id } }] };
  const [revisions, events, comments] = await Promise.all([
    db.revision.findMany({ where: { writerId: id, version: elsewhere }, include: { version: true } }),
    db.event.findMany({ where: { actorId: id, version: elsewhere }, orderBy: { at: "asc" } }),
    db.comment.findMany({
      where: { writerId: id, version: elsewhere },
      include: { version: true },
      orderBy: { at: "asc" },
    }),
  ]);
  return [
    ...revisions.map(({ number, at, answers, version }) => ({
      "Wrote revision": number,
      Written: momentOf(at),
      Answers: answersInWords(getTemplate(version.template), answers as Answers, named),
    })),
    ...events.map(({ kind, reason, at }) => ({ Did: eventNames[kind as EventKind], Reason: reason, At: momentOf(at) })),
    ...comments.map(({ section, text, at, version }) => ({
      "Commented on": titleOf(version.template, section),
      Text: text,
      At: momentOf(at),
    })),
  ];
}

async function listReadings(authorId: string | null, named: Named) {
  if (authorId === null) return [];
  const readings = await db.wordReading.findMany({
    where: { version: { authorId } },
    include: { _count: { select: { pictures: true } } },
  });
  return readings.map(({ at, expiresAt, reading, _count }) => ({
    Read: momentOf(at),
    "Deleted after": momentOf(expiresAt),
    "What was read": typedInWords(reading as Said, named),
    Pictures: _count.pictures,
  }));
}
