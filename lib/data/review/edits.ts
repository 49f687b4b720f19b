import { isDeepStrictEqual } from "node:util";
import type { Prisma } from "#prisma/client/client.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import type { Template } from "#lib/domain/template/questions.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { isAwaitingCouncil } from "#lib/domain/workflow/shown-edits.ts";
import { isAboutToBePublished, isUndecided, isWithAuthor } from "#lib/domain/workflow/states.ts";
import { turnsOf } from "#lib/domain/history/turns.ts";
import { readAsTheyStand } from "#lib/data/catalogue/terms/stand-ins.ts";
import { db, type Queries } from "#lib/data/db.ts";
import { getAnswers } from "#lib/data/versions.ts";
import { findSentRevision } from "./revisions.ts";

/** A version and up to which of its revisions it is read. */
interface Upto {
  id: string;
  latestRevision: number;
}

/**
 * Whether an editor has changed words of a version's author that are still changed: also where its author has sent the rest again
 * since, for sending what an editor wrote is no agreement to it.
 *
 * @param at a moment in the past, to ask what was so then
 */
export async function findEdits(queries: Queries, { id, latestRevision }: Upto, at?: Date) {
  const own = await findOwnWords(queries, { id, latestRevision }, at && { at: { lte: at } });
  return { edited: own !== null && !isDeepStrictEqual(own, await getAnswers(queries, id, latestRevision)) };
}

/**
 * Every answer as a version's author wrote it last, or agreed to it. Null before they first sent it.
 *
 * @param among the events to go by, where they are not all
 */
async function findOwnWords(
  queries: Queries,
  { id, latestRevision }: Upto,
  among: Prisma.EventWhereInput = {},
): Promise<Answers | null> {
  const lines = await queries.event.findMany({
    where: { ...among, versionId: id },
    select: { kind: true, revision: true, toState: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  let own: Answers | null = null;
  for (const { from, to } of turnsOf(lines, latestRevision)) {
    const after = await getAnswers(queries, id, to);
    own = from === null || own === null ? after : withChanges(own, await getAnswers(queries, id, from), after);
  }
  return own;
}

/** Answers with whatever changed from some to others. */
function withChanges(own: Answers, before: Answers, after: Answers): Answers {
  const keys = Object.keys({ ...before, ...after });
  const changed = keys.filter((key) => !isDeepStrictEqual(before[key], after[key]));
  const entries = Object.entries({ ...own, ...Object.fromEntries(changed.map((key) => [key, after[key]])) });
  return Object.fromEntries(entries.filter(([, answer]) => answer !== undefined));
}

/**
 * The revision in which a version's author finds words that an editor changed, before anything is decided: the one in their hands,
 * or the one they sent last. Null where there are none. What an editor writes now is not finished.
 */
export async function findToldEdits(versionId: string): Promise<number | null> {
  const version = await db.version.findUnique({ where: { id: versionId } });
  if (!version || !isUndecided(version.state)) return null;
  const sent = await findSentRevision(versionId);
  const latestRevision = isWithAuthor(version.state) ? version.latestRevision : sent;
  if (latestRevision === null) return null;
  const { edited } = await findEdits(db, { id: versionId, latestRevision });
  return edited ? latestRevision : null;
}

/** Edited text that its author was shown and that is still what would be published, with what they said about it. */
export interface ShownEdits {
  revision: number;
  shownAt: Date;
  /** Until when the author has to answer. Null once they agreed. */
  answerBy: Date | null;
  /** Whether publication waits for that. */
  waiting: boolean;
  approvedAt: Date | null;
  /** In order. */
  comments: { text: string; at: Date }[];
}

/** What a version's author was shown before it is published. Null where nothing is to be shown, or no longer. */
export async function findShownEdits(
  versionId: string,
  now = new Date(),
  queries: Queries = db,
): Promise<ShownEdits | null> {
  const version = await queries.version.findUnique({ where: { id: versionId } });
  if (!version || !isAboutToBePublished(version.state)) return null;
  const events = await queries.event.findMany({
    where: {
      versionId,
      kind: { in: ["showEdits", "approveEdits", "commentOnEdits"] },
      revision: version.latestRevision,
    },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const [shown, ...answers] = events.slice(events.findLastIndex(({ kind }) => kind === "showEdits"));
  if (shown?.kind !== "showEdits") return null;
  return {
    revision: shown.revision,
    shownAt: shown.at,
    answerBy: version.answerBy,
    waiting: isAwaitingCouncil(version, now),
    approvedAt: answers.find(({ kind }) => kind === "approveEdits")?.at ?? null,
    comments: answers.filter(({ kind }) => kind === "commentOnEdits").map(({ reason, at }) => ({ text: reason, at })),
  };
}

/** The words of an author, and the words they became, each with the contact they name. */
export interface EditedWords {
  template: Template;
  own: Words;
  edited: Words;
}

interface Words {
  answers: Answers;
  contact: { name: string; email: string; phone: string } | null;
}

/** The words of a version that its author is shown, beside their own: as they were before they agreed to those, once they have. */
export async function getEditedWords(versionId: string, revision: number): Promise<EditedWords> {
  const { template: key, caseStudyId } = await db.version.findUniqueOrThrow({ where: { id: versionId } });
  const template = getTemplate(key);
  const wordsOf = async (kept: Answers): Promise<Words> => {
    const answers = await readAsTheyStand(db, template, kept);
    const { contact: id } = factsOf(template, answers);
    return { answers, contact: id ? await db.contact.findFirst({ where: { id, caseStudyId } }) : null };
  };
  const edited = await getAnswers(db, versionId, revision);
  const before = { NOT: { kind: "approveEdits", revision } };
  const own = (await findOwnWords(db, { id: versionId, latestRevision: revision }, before)) ?? edited;
  return { template, own: await wordsOf(own), edited: await wordsOf(edited) };
}
