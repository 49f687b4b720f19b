import { isDeepStrictEqual } from "node:util";
import type { Answers } from "#lib/domain/template/answers.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import type { Template } from "#lib/domain/template/questions.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { isAwaitingCouncil } from "#lib/domain/workflow/shown-edits.ts";
import { isAboutToBePublished } from "#lib/domain/workflow/states.ts";
import { readAsTheyStand } from "#lib/data/catalogue/terms/stand-ins.ts";
import { db, type Queries } from "#lib/data/db.ts";
import { getAnswers } from "#lib/data/versions.ts";
import { findSentRevision } from "./revisions.ts";

/** Whether a version's words are others than those its author sent last, and which revisions its author has agreed to. */
export async function findEdits(queries: Queries, { id, latestRevision }: { id: string; latestRevision: number }) {
  const sent = await findSentRevision(id, queries);
  const approvals = await queries.event.findMany({ where: { versionId: id, kind: "approveEdits" } });
  return {
    edited: sent !== null && !(await areSame(queries, id, sent, latestRevision)),
    approved: approvals.map(({ revision }) => revision),
  };
}

async function areSame(queries: Queries, versionId: string, one: number, other: number): Promise<boolean> {
  if (one === other) return true;
  return isDeepStrictEqual(await getAnswers(queries, versionId, one), await getAnswers(queries, versionId, other));
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

/** The words an author sent, and the words they became, each with the contact they name. */
export interface EditedWords {
  template: Template;
  sent: Words;
  edited: Words;
}

interface Words {
  answers: Answers;
  contact: { name: string; email: string; phone: string } | null;
}

/** The words of a version that its author was shown. */
export async function getEditedWords(versionId: string, revision: number): Promise<EditedWords> {
  const { template: key, caseStudyId } = await db.version.findUniqueOrThrow({ where: { id: versionId } });
  const template = getTemplate(key);
  const sent = (await findSentRevision(versionId)) ?? revision;
  const wordsOf = async (number: number): Promise<Words> => {
    const answers = await readAsTheyStand(db, template, await getAnswers(db, versionId, number));
    const { contact: id } = factsOf(template, answers);
    return { answers, contact: id ? await db.contact.findFirst({ where: { id, caseStudyId } }) : null };
  };
  return { template, sent: await wordsOf(sent), edited: await wordsOf(revision) };
}
