import { isDeepStrictEqual } from "node:util";
import { db, type Queries } from "#lib/data/db.ts";
import { isContactOfOthers } from "#lib/data/naming.ts";
import { getAnswers, lockVersion, subjectOf, type LockedVersion } from "#lib/data/versions.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import type { Answers, FileAnswer } from "#lib/domain/template/answers.ts";
import { keepable } from "#lib/domain/template/keepable.ts";
import type { Section } from "#lib/domain/template/questions.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { gapsIn, unreachableIn } from "#lib/domain/template/progress.ts";
import { mayRevise, type Actor } from "#lib/domain/workflow/decide.ts";
import { isWithAuthor } from "#lib/domain/workflow/states.ts";
import type { Prisma } from "#prisma/client/client.ts";
import { saveContact, tidied } from "#lib/commands/people/save-contact.ts";

interface Request {
  versionId: string;
  /** The revision the form was filled from. */
  basedOn: number;
  /** Which of a page's saves it is. One page may save again before it has heard what became of the save before. */
  save?: { page: string; turn: number } | undefined;
  section: Section;
  /** What the section's form says now. It is kept even where it does not fit, so that it can be cut. */
  typed: Answers;
  contact: { email: string; name: string; phone: string };
  /** Who saves it: whoever has its link, unless an editor does. */
  actor?: Actor;
  now?: Date;
}

/**
 * Saves one section of a draft, or of what an editor reviews. The same words again make no new revision.
 *
 * @returns what was saved, and what it could not be saved with: files that are not there any more
 */
export const saveSection = (request: Request) => db.$transaction((tx) => saveSectionIn(tx, request));

/** The same as part of a greater whole. */
export async function saveSectionIn(tx: Queries, request: Request) {
  const { versionId, section, typed, contact, now = new Date() } = request;
  const { actor = { kind: "holder", versionId } } = request;
  const version = await lockVersion(tx, versionId);
  if (!version) return refuse("not-found");
  if (!mayRevise(subjectOf(version), actor)) return refuse("not-allowed");

  const before = await getAnswers(tx, versionId, version.latestRevision);
  const { given, gone } = await filesOfItsOwn(tx, version, section, typed);
  const kept = keepable(getTemplate(version.template), { ...without(before, section, typed), ...given });
  if (!kept.ok) return kept;
  const asked = await contactAsked(tx, version, section, before);
  // Whoever writes a draft may still cut it, and fill it; what an editor saves goes to the page as it is.
  if (!isWithAuthor(version.state) && leavesGap(version, section, kept.value, asked, contact))
    return refuse("does-not-fit");
  const changesContact = asked !== null && !isDeepStrictEqual(asked.row && tidied(asked.row), orNull(tidied(contact)));
  const same = { ...kept.value, ...(asked?.row && { [asked.key]: asked.row.id }) };
  if (!changesContact && isDeepStrictEqual(same, before))
    return ok({ revision: version.latestRevision, answers: before, gone });
  if (await isStale(tx, version, before, request)) return refuse("stale");

  const reached = asked && changesContact ? await keepContact(tx, version, asked, contact) : {};
  const { [asked?.key ?? ""]: _, ...others } = same;
  const answers = changesContact ? { ...others, ...reached } : same;
  const number = version.latestRevision + 1;
  const revision = {
    versionId,
    number,
    answers: answers as Prisma.InputJsonObject,
    writerId: actor.kind === "person" ? actor.id : version.authorId,
    at: now,
    ...request.save,
  };
  await tx.revision.create({ data: revision });
  await tx.version.update({ where: { id: versionId }, data: { latestRevision: number } });
  return ok({ revision: number, answers, gone });
}

/** Whether this section says something else by now than its form was filled with, unless the same page said so just before. */
async function isStale(tx: Queries, { id, latestRevision }: LockedVersion, before: Answers, request: Request) {
  const { basedOn, save, section } = request;
  if (latestRevision === basedOn) return false;
  if (!Number.isInteger(basedOn) || basedOn < 1 || basedOn > latestRevision) return true;
  // Requests of one page may overtake each other.
  const own = { versionId: id, number: { gt: basedOn }, page: save?.page, turn: { lt: save?.turn } };
  if (save && (await tx.revision.count({ where: own })) === latestRevision - basedOn) return false;
  // What a contact says may change without its answer, which names a row.
  if (section.questions.some(({ kind }) => kind === "contact")) return true;
  const read = await getAnswers(tx, id, basedOn);
  return section.questions.some(({ key }) => !isDeepStrictEqual(read[key], before[key]));
}

/** Other sections' answers, and this one's files where its form did not list them. */
function without(answers: Answers, section: Section, typed: Answers): Answers {
  const asked = section.questions.filter(({ kind, key }) => kind !== "files" || key in typed);
  const own = new Set(asked.map(({ key }) => key));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !own.has(key)));
}

/** A file that a form listed and that is not there, by its question. */
export interface GoneFile {
  question: string;
  said: Omit<FileAnswer, "attachment">;
}

/** A form may name only files of its own case study. A question whose last file was removed is not answered. */
async function filesOfItsOwn(tx: Queries, { caseStudyId }: LockedVersion, { questions }: Section, typed: Answers) {
  const files = questions.filter(({ kind, key }) => kind === "files" && key in typed);
  const gone: GoneFile[] = [];
  if (files.length === 0) return { given: typed, gone };
  const rows = await tx.attachment.findMany({ where: { caseStudyId }, select: { id: true } });
  const own = new Set(rows.map(({ id }) => id));
  const given = { ...typed };
  for (const { key } of files) {
    const kept = (typed[key] as FileAnswer[]).filter(({ attachment, ...said }) => {
      if (!own.has(attachment)) gone.push({ question: key, said });
      return own.has(attachment);
    });
    if (kept.length > 0) given[key] = kept;
    else delete given[key];
  }
  return { given, gone };
}

/** Whether a section would have a gap, or hold what does not fit. A contact that was typed answers its question, whatever its row will be. */
function leavesGap(version: LockedVersion, section: Section, kept: Answers, asked: Asked | null, contact: Details) {
  const given = orNull(tidied(contact));
  const judged = asked ? { ...kept, [asked.key]: given ? version.id : undefined } : kept;
  return gapsIn(getTemplate(version.template), section, judged).length + unreachableIn(section, given).length > 0;
}

type Details = Request["contact"];
type Asked = { key: string; row: (Details & { id: string }) | null };

const orNull = (contact: Details) => (contact.email || contact.name || contact.phone ? contact : null);

/** The contact that a section asks for, as it is kept now. Null where it asks for none. */
async function contactAsked(
  tx: Queries,
  { caseStudyId }: LockedVersion,
  { questions }: Section,
  before: Answers,
): Promise<Asked | null> {
  const question = questions.find(({ kind }) => kind === "contact");
  if (!question) return null;
  const id = before[question.key];
  const row = typeof id === "string" ? await tx.contact.findFirst({ where: { id, caseStudyId } }) : null;
  return { key: question.key, row };
}

/** A contact is kept as a row of its own, so that it can be erased; the answer is its id. */
async function keepContact(
  tx: Queries,
  version: LockedVersion,
  { key, row }: Asked,
  contact: Details,
): Promise<Answers> {
  if (!orNull(tidied(contact))) return {};
  if (!row || !(await mayBecome(tx, version, { key, row })))
    return { [key]: await saveContact(tx, version.caseStudyId, contact) };
  await tx.contact.update({ where: { id: row.id }, data: tidied(contact) });
  return { [key]: row.id };
}

/**
 * Whether a contact's row may become what its author types now. What they sent stays as they sent it, and what an editor wrote as
 * they wrote it, so that one can be told from the other; what a page shows stays with it; and a row that was emptied is remembered
 * as somebody's who was erased.
 */
async function mayBecome(tx: Queries, version: LockedVersion, { key, row }: Asked): Promise<boolean> {
  if (!row || !isWithAuthor(version.state) || !orNull(row)) return false;
  return !(await isContactOfOthers(tx, row.id, version.id)) && !(await isOfEditor(tx, version, key, row.id));
}

/** Whether somebody else than its author was the first to name a row. */
async function isOfEditor(tx: Queries, { id, authorId }: LockedVersion, key: string, row: string): Promise<boolean> {
  const first = await tx.revision.findFirst({
    where: { versionId: id, answers: { path: [key], equals: row } },
    orderBy: { number: "asc" },
    select: { writerId: true },
  });
  return first !== null && first.writerId !== null && first.writerId !== authorId;
}
