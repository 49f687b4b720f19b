import { listUnknown } from "#lib/data/unknown-answers.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import type { Section, Template } from "#lib/domain/template/questions.ts";
import { gapsOf, unreachableIn, type Gap } from "#lib/domain/template/progress.ts";
import { getTemplate, questionsOf } from "#lib/domain/template/templates.ts";
import { isWithAuthor, type State } from "#lib/domain/workflow/states.ts";
import { readAsTheyStand } from "#lib/data/catalogue/terms/stand-ins.ts";
import { db } from "#lib/data/db.ts";
import { findSentRevision } from "#lib/data/review/revisions.ts";
import { findLink, findLinkOf, tokenOf, type LinkPurpose } from "./links.ts";

/** A version as its author sees it. */
export interface Draft {
  versionId: string;
  caseStudyId: string;
  state: State;
  template: Template;
  answers: Answers;
  revision: number;
  savedAt: Date;
  authorEmail: string | null;
  /** Whether its author has opened a letter to that address. */
  emailProved: boolean;
  /** Whether its author wants to see the edited text before it is published. */
  showEdits: boolean;
  contact: { name: string; email: string; phone: string } | null;
}

/**
 * The version that a draft's secret address opens, with its author's latest words, or what they sent last while others have it: what
 * an editor writes meanwhile is not finished. Null for an address that opens nothing.
 */
export async function findDraft(token: string, now = new Date()): Promise<Draft | null> {
  const link = await findLink(token, "draft", now);
  if (!link?.versionId) return null;
  const version = await db.version.findUnique({ where: { id: link.versionId }, include: { author: true } });
  if (!version) return null;
  const sent = isWithAuthor(version.state) ? null : await findSentRevision(version.id);
  const number = sent ?? version.latestRevision;
  const revision = await db.revision.findUnique({ where: { versionId_number: { versionId: version.id, number } } });
  if (!revision) return null;
  const template = getTemplate(version.template);
  const answers = await readAsTheyStand(db, template, revision.answers as Answers);
  const { contact: contactId } = factsOf(template, answers);
  return {
    versionId: version.id,
    caseStudyId: version.caseStudyId,
    state: version.state,
    template,
    answers,
    revision: revision.number,
    savedAt: revision.at,
    authorEmail: version.author?.email ?? null,
    emailProved: Boolean(version.author?.emailProvedAt),
    showEdits: version.showEdits,
    contact: contactId
      ? await db.contact.findFirst({ where: { id: contactId, caseStudyId: version.caseStudyId } })
      : null,
  };
}

/** What a draft is called so far, "" for nothing. */
export const titleOf = ({ template, answers }: Pick<Draft, "template" | "answers">) => factsOf(template, answers).title;

/** What the editor who asked for changes wrote, and when. Null while nobody has. */
export async function findAskedChanges({ versionId, state }: Draft): Promise<{ reason: string; at: Date } | null> {
  if (state !== "changes_requested") return null;
  const where = { versionId, kind: "requestChanges" };
  return db.event.findFirst({ where, orderBy: { at: "desc" }, select: { reason: true, at: true } });
}

/** The token by which a submission is followed, once there is one. */
export const findTrackToken = (versionId: string, now = new Date()) => findToken(versionId, "track", now);

/** The token that opens the words of a version, while it has one. */
export const findDraftToken = (versionId: string, now = new Date()) => findToken(versionId, "draft", now);

async function findToken(versionId: string, purpose: LinkPurpose, now: Date): Promise<string | null> {
  const link = await findLinkOf(db, versionId, purpose, now);
  return link ? tokenOf(link.id) : null;
}

/** Whether sending a draft now, with what is declared by it, would send it. */
export async function isReadyToSend(draft: Draft, basedOn: number, declared: Answers): Promise<boolean> {
  if (!isWithAuthor(draft.state) || draft.revision !== basedOn || !draft.authorEmail) return false;
  return (await listGaps({ ...draft, answers: { ...draft.answers, ...declared } })).length === 0;
}

/** The answers of a draft that choose something there is not, such as a topic that was retired. */
export const listUnknownIn = ({ template, answers, caseStudyId }: Words): Promise<Gap[]> =>
  listUnknown(db, { template, answers, caseStudyId });

type Words = Pick<Draft, "template" | "answers" | "caseStudyId">;

/** What was found in a section, and after it what cannot be chosen any more in its other questions. */
export async function withUnknownIn({ questions }: Section, said: readonly Gap[], words: Words): Promise<Gap[]> {
  const own = new Set(questions.map(({ key }) => key));
  return [...said, ...unsaid(said, await listUnknownIn(words)).filter(({ question }) => own.has(question))];
}

const unsaid = (said: readonly Gap[], unknown: readonly Gap[]): Gap[] =>
  unknown.filter((gap) => !said.some(({ question }) => question === gap.question));

/** Everything a draft still needs before it can be sent, in the order of the template. Without a contact, none is asked for. */
export async function listGaps({
  template,
  answers,
  caseStudyId,
  contact,
}: Words & Pick<Draft, "contact">): Promise<Gap[]> {
  const said = gapsOf(template, answers);
  const unknown = await listUnknownIn({ template, answers, caseStudyId });
  const found = [
    ...said,
    ...unsaid(said, unknown),
    ...template.sections.flatMap((section) => unreachableIn(section, contact)),
  ];
  const order = new Map(questionsOf(template).map(({ key }, index) => [key, index]));
  return found.toSorted((a, b) => (order.get(a.question) ?? 0) - (order.get(b.question) ?? 0));
}
