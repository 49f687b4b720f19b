import { ok, refuse, type Result } from "../result.ts";
import { moves, type By, type Move, type Rule } from "./moves.ts";
import { isAwaitingCouncil } from "./shown-edits.ts";
import { isAboutToBePublished, isWithAuthor, type State } from "./states.ts";

type Role = "contributor" | "editor" | "administrator";

/** Who is asking. `holder` has the version's secret link and no account; `clock` and `rules` are the site itself. */
export type Actor =
  | { kind: "person"; id: string; role: Role }
  | { kind: "holder"; versionId: string }
  | { kind: "clock" }
  | { kind: "rules" };

/** What a decision needs to know about a version. */
export interface Subject {
  id: string;
  state: State;
  stateBeforeHold: State | null;
  /** When a scheduled version is to be published. */
  publishAt: Date | null;
  /** Until when its author has to answer about edited text they were shown. Null when it waits for no answer. */
  answerBy: Date | null;
  authorId: string | null;
  emailProved: boolean;
  /** Whether it was brought in from a file. */
  imported?: boolean;
  writerIds: readonly (string | null)[];
}

/** "awaiting-council": the author has been shown the edited text and still has time to answer. */
export type Refusal = "not-allowed" | "wrong-state" | "awaiting-council" | "reason-missing";

/** The state a move leads to, and whether somebody should look at it again afterwards. */
export interface Decision {
  state: State;
  secondLook: boolean;
}

/**
 * Whether an actor may make a move on a version now, and where it leads.
 *
 * @param now what the clock says, which may publish nothing before its time
 * @param reason what the actor gave as the reason, "" for none
 */
export function decide(subject: Subject, move: Move, actor: Actor, now: Date, reason = ""): Result<Decision, Refusal> {
  const rule: Rule = moves[move];
  const ownWork = passesOwnWork(rule, subject, actor);
  if (!may(rule.by, subject, actor, now) && !ownWork) return refuse("not-allowed");
  if (!rule.from.includes(subject.state)) return refuse("wrong-state");
  if (rule.afterAnswer && isAwaitingCouncil(subject, now)) return refuse("awaiting-council");
  if (asksReason(subject, move, actor) && !reason.trim()) return refuse("reason-missing");
  return ok({ state: destination(rule, move, subject), secondLook: ownWork });
}

/** The moves an actor could make now, for the buttons of a page. A reason may still be asked for. */
export function movesFor(subject: Subject, actor: Actor, now: Date): Move[] {
  return (Object.keys(moves) as Move[]).filter((move) => decide(subject, move, actor, now, "a reason").ok);
}

/** Whether an actor has to give a reason for a move. */
export function asksReason(subject: Subject, move: Move, actor: Actor): boolean {
  const rule: Rule = moves[move];
  return rule.reason === "required" || passesOwnWork(rule, subject, actor);
}

/**
 * An administrator may publish what they wrote, for a reason, which marks it for a second look; and accept it before, where they
 * wrote it by importing it.
 */
function passesOwnWork(rule: Rule, subject: Subject, actor: Actor): boolean {
  const own = rule.by === "otherEditorOrClock" || (rule.ownImport === true && subject.imported === true);
  return own && isAdministrator(actor) && wrote(subject, actor);
}

function may(by: By, subject: Subject, actor: Actor, now: Date): boolean {
  switch (by) {
    case "author":
      return isAuthor(subject, actor);
    case "editor":
      return isEditor(actor);
    case "editorOrRules":
      return isEditor(actor) || actor.kind === "rules";
    case "otherEditor":
      return isEditor(actor) && !wrote(subject, actor);
    case "otherEditorOrClock":
      return (isEditor(actor) && !wrote(subject, actor)) || (actor.kind === "clock" && isDue(subject, now));
  }
}

function destination(rule: Rule, move: Move, subject: Subject): State {
  if (move === "submit" && !subject.emailProved) return "unconfirmed";
  return rule.to === "before" ? afterHold(subject) : rule.to;
}

/** Whoever confirmed their address while it was held need not confirm it again. */
function afterHold({ stateBeforeHold, emailProved }: Subject): State {
  const waitedForThat = stateBeforeHold === "unconfirmed" && emailProved;
  return waitedForThat ? "submitted" : (stateBeforeHold ?? "submitted");
}

const isAuthor = (subject: Subject, actor: Actor) =>
  (actor.kind === "holder" && actor.versionId === subject.id) ||
  (actor.kind === "person" && actor.id === subject.authorId);
const isDue = ({ state, publishAt }: Subject, now: Date) =>
  state === "scheduled" && publishAt !== null && publishAt <= now;

/** The roles that make somebody an editor. */
export const editorRoles = ["editor", "administrator"] as const satisfies Role[];
export const isEditor = (actor: Actor) =>
  actor.kind === "person" && (editorRoles as readonly Role[]).includes(actor.role);
/** Whether somebody may do what no other editor may. */
export const isAdministrator = (actor: Actor) => actor.kind === "person" && actor.role === "administrator";
/** Whether somebody wrote any of a version's revisions. What was written before anybody was named is its author's. */
export const wrote = (subject: Subject, actor: Actor) =>
  actor.kind === "person" && (subject.writerIds.includes(actor.id) || subject.authorId === actor.id);

/**
 * Whether somebody may start the next version of a published case study.
 *
 * @param leadCouncil its council's id, or null for a signpost without one
 * @param confirmedFor ids of the councils an editor has confirmed this person for
 */
export function mayStartNextVersion(
  actor: Actor,
  leadCouncil: string | null,
  confirmedFor: readonly string[],
): boolean {
  return isEditor(actor) || (actor.kind === "person" && leadCouncil !== null && confirmedFor.includes(leadCouncil));
}

/** Whether somebody may bring an older version back as a draft, or choose the term a case study is listed under. */
export const mayEditCatalogue = (actor: Actor): boolean => isEditor(actor);

/** Whether somebody may change the words of a version now: its author while it is theirs, an editor while it is on the desk. */
export function mayRevise(subject: Subject, actor: Actor): boolean {
  if (isWithAuthor(subject.state)) return isAuthor(subject, actor);
  return subject.state === "in_review" && isEditor(actor);
}

/** Whether somebody may write a comment beside a version: an editor, while it is on the desk. */
export const mayComment = (state: State, actor: Actor): boolean => state === "in_review" && isEditor(actor);

/** Whether somebody may ask a person outside to check the facts: an editor, while the words may still be changed or held back. */
export const mayAskFactCheck = (state: State, actor: Actor): boolean =>
  (state === "in_review" || state === "accepted") && isEditor(actor);

/** Whether somebody may take such a question back: any editor. */
export const mayRevokeFactCheck = (actor: Actor): boolean => isEditor(actor);

/** Whether somebody may answer about edited text that was shown: its author alone, until it is published or opened again. */
export const mayAnswerEdits = (subject: Subject, actor: Actor): boolean =>
  isAboutToBePublished(subject.state) && isAuthor(subject, actor);

/** Whether somebody may finish a draft that came from a file, whoever imported it: any editor. */
export const mayTakeImported = (version: { state: State; imported: boolean }, actor: Actor): boolean =>
  version.imported && version.state === "draft" && isEditor(actor);

/** Whether somebody may import: an editor drafts, an administrator what is published at once. */
export const mayImport = (publish: boolean, actor: Actor): boolean =>
  publish ? isAdministrator(actor) : isEditor(actor);
