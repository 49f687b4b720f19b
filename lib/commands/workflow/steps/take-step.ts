import type { Queries } from "#lib/data/db.ts";
import { canLeadTo } from "#lib/data/directory/redirects.ts";
import { raiseGeneration } from "#lib/data/generation.ts";
import { holdEditor } from "#lib/data/people/people.ts";
import { listUnknown } from "#lib/data/unknown-answers.ts";
import { getAnswers, subjectOf, type LockedVersion } from "#lib/data/versions.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { submittable, type Answers } from "#lib/domain/template/answers.ts";
import { declaredIn } from "#lib/domain/template/declarations.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { unreachableIn } from "#lib/domain/template/progress.ts";
import type { Template } from "#lib/domain/template/questions.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { tidy } from "#lib/domain/template/text.ts";
import { decide, type Actor, type Refusal } from "#lib/domain/workflow/decide.ts";
import { moves, type Move, type Rule } from "#lib/domain/workflow/moves.ts";
import { changesWhatIsPublic, isWithAuthor, openStates, pageStates, type State } from "#lib/domain/workflow/states.ts";
import { proveEmail } from "#lib/commands/people/prove-email.ts";
import { showEdits } from "#lib/commands/review/show-edits.ts";
import type { DetailsRefusal } from "#lib/domain/workflow/details.ts";
import { changesTo, targetOf, type Details } from "../move-details.ts";
import { linksForSubmission } from "../move-links.ts";
import { findFormerAuthor, lettersFor } from "../move-letters.ts";
import { showPublished } from "../show-published.ts";

export interface MoveRequest {
  id: string;
  /** The revision the actor had before them. */
  basedOn: number;
  move: Move;
  actor: Actor;
  reason?: string;
  /** What some moves need besides: whom to hand over to, when to publish, where an unpublished page should lead. */
  details?: Details;
  now?: Date;
}

export type MoveRefusal = Refusal | "not-found" | "stale" | "incomplete" | "another-open" | DetailsRefusal;

/** What need not be found out, or done, for each of several moves. */
interface Along {
  /** Whether every required answer is there. */
  isWhole?: (version: LockedVersion) => Promise<boolean>;
  /** Brings the listing into step with what was published. */
  project?: (caseStudyId: string) => Promise<void>;
}

/**
 * One move of a version that nobody else can change meanwhile.
 *
 * @returns the version as it is then
 */
export async function takeStep(
  tx: Queries,
  version: LockedVersion,
  { id, basedOn, move, actor, reason = "", details = {} }: MoveRequest,
  now: Date,
  { isWhole = (one) => isComplete(tx, one), project }: Along = {},
): Promise<Result<LockedVersion, MoveRefusal>> {
  const decision = decide(subjectOf(version), move, actor, now, reason);
  if (!decision.ok) return decision;
  if (version.latestRevision !== basedOn) return refuse("stale");
  // Whoever is just losing their role takes nothing with them.
  if (move === "take" && actor.kind === "person" && !(await holdEditor(tx, actor.id))) return refuse("not-allowed");
  const hindrance = await hindranceTo(tx, version, move, decision.value.state, details, isWhole);
  if (hindrance) return refuse(hindrance);
  const changes = changesTo(version, move, actor, details, now);
  if (!changes.ok) return changes;

  const { state, secondLook } = decision.value;
  if (move === "submit" && !version.imported) await linksForSubmission(tx, id, state, now);
  if (move === "confirm") await proveEmail(tx, version.authorId, now);
  if (state === "published") await supersede(tx, version, now);
  const moved = await tx.version.update({
    where: { id },
    data: { ...changes.value, state, secondLook: secondLook || version.secondLook },
  });
  const declared = move === "submit" ? await declarationsIn(tx, version) : undefined;
  const event = await tx.event.create({
    data: { ...lineOf(version, move, actor, reason, now), toState: state, ...(declared && { declared }) },
  });
  // The editor a version comes to is written to; where it leaves every desk, the one who had it.
  const assigneeId = changes.value.assigneeId ?? version.assigneeId;
  // The letter that shows the author the edited text says that it was accepted.
  const shown = move === "accept" && (await showEdits(tx, version, state, now));
  const recipient = shown ? "nobody" : moves[move].letter;
  const formerAuthorId = await findFormerAuthor(tx, version, move);
  await tx.letter.createMany({ data: lettersFor(event, recipient, { ...version, assigneeId, formerAuthorId }) });
  if (changesWhatIsPublic(version.state, state)) {
    const newAddress = move === "publish" && (details.newAddress ?? version.newAddress);
    const redirectTo = (move === "unpublish" && details.redirectTo && targetOf(details.redirectTo)) || undefined;
    await showPublished(tx, version, { newAddress, redirectTo, now, ...(project && { project }) });
    await raiseGeneration(tx);
  }
  return ok({ ...version, ...moved });
}

/** What besides the workflow stands in the way: gaps in the words, another open version, or nobody to hand over to. */
async function hindranceTo(
  tx: Queries,
  version: LockedVersion,
  move: Move,
  to: State,
  { assigneeId, redirectTo }: Details,
  isWhole: (version: LockedVersion) => Promise<boolean>,
): Promise<"incomplete" | "another-open" | DetailsRefusal | null> {
  const opens = isOpen(to) && !isOpen(version.state);
  if (
    opens &&
    (await tx.version.count({ where: { caseStudyId: version.caseStudyId, state: { in: [...openStates] } } }))
  )
    return "another-open";
  if (move === "handOver" && assigneeId && !(await holdEditor(tx, assigneeId))) return "details-missing";
  const target = move === "unpublish" && redirectTo ? targetOf(redirectTo) : null;
  if (target && !(await canLeadTo(tx, target, version.caseStudy))) return "redirect-elsewhere";
  const rule: Rule = moves[move];
  return rule.complete && !(await isWhole(version)) ? "incomplete" : null;
}

/**
 * Whether every required answer is there, with those to be added, everything that was chosen can be chosen still, and what is sent
 * has a contact whom letters reach.
 */
export async function isComplete(
  tx: Queries,
  { id, caseStudyId, latestRevision, ...version }: LockedVersion,
  added: Answers = {},
) {
  const answers = { ...(await getAnswers(tx, id, latestRevision)), ...added };
  const template = getTemplate(version.template);
  if (!submittable(template).safeParse(answers).success) return false;
  if ((await listUnknown(tx, { template, answers, caseStudyId })).length > 0) return false;
  // Once it is a record, a contact may have been erased, which keeps no editor from going on.
  return !isWithAuthor(version.state) || isReachable(tx, template, answers, caseStudyId);
}

/** Whether letters reach the contact that answers name. */
async function isReachable(tx: Queries, template: Template, answers: Answers, caseStudyId: string): Promise<boolean> {
  const { contact: id } = factsOf(template, answers);
  const contact = id
    ? await tx.contact.findFirst({ where: { id, caseStudyId }, select: { email: true, phone: true } })
    : null;
  return template.sections.every((section) => unreachableIn(section, contact).length === 0);
}

/** The declarations agreed to, each in the words that stood beside its box. */
async function declarationsIn(tx: Queries, { id, latestRevision, template }: LockedVersion) {
  return declaredIn(getTemplate(template), await getAnswers(tx, id, latestRevision));
}

/** The version a new one replaces goes first, because the database allows one published version at any moment. */
async function supersede(tx: Queries, version: LockedVersion, now: Date) {
  const replaced = await tx.version.findFirst({
    where: { caseStudyId: version.caseStudyId, state: { in: [...pageStates] }, id: { not: version.id } },
  });
  if (!replaced) return;
  await tx.version.update({ where: { id: replaced.id }, data: { state: "superseded" } });
  const line = { versionId: replaced.id, revision: replaced.latestRevision, fromState: replaced.state, at: now };
  await tx.event.create({ data: { ...line, kind: "supersede", toState: "superseded" } });
}

function lineOf(version: LockedVersion, move: Move, actor: Actor, reason: string, now: Date) {
  const actorId = actor.kind === "person" ? actor.id : actor.kind === "holder" ? version.authorId : null;
  return {
    versionId: version.id,
    revision: version.latestRevision,
    kind: move,
    fromState: version.state,
    actorId,
    reason: tidy(reason),
    at: now,
  };
}

const isOpen = (state: State) => (openStates as readonly State[]).includes(state);
