/*
 * What the workflow allows, written down once more by hand. It knows nothing of the code it is held against.
 */
type Who = "author" | "editor" | "otherEditor";

const steps: Record<string, readonly [from: string, to: string, who: Who]> = {
  submit: ["draft changes_requested", "submitted unconfirmed", "author"],
  confirm: ["unconfirmed", "submitted", "author"],
  takeBack: ["unconfirmed submitted in_review changes_requested", "draft", "author"],
  hold: ["unconfirmed submitted", "held", "editor"],
  release: ["held", "unconfirmed submitted", "editor"],
  take: ["submitted", "in_review", "editor"],
  unassign: ["in_review", "submitted", "editor"],
  requestChanges: ["in_review", "changes_requested", "editor"],
  accept: ["in_review", "accepted", "otherEditor"],
  reopen: ["accepted scheduled", "in_review", "editor"],
  schedule: ["accepted", "scheduled", "otherEditor"],
  unschedule: ["scheduled", "accepted", "otherEditor"],
  publish: ["accepted scheduled", "published", "otherEditor"],
  decline: ["submitted held in_review changes_requested", "declined", "editor"],
  withdraw: ["published", "withdrawn", "editor"],
  restore: ["withdrawn", "published", "editor"],
  unpublish: ["published withdrawn", "unpublished", "editor"],
};
const open = "unconfirmed submitted held in_review changes_requested accepted scheduled";
const among = (states: string, state: string) => states.split(" ").includes(state);
export const isOpen = (state: string): boolean => among(open, state);
/** What nobody can do anything with any more. */
export const isOver = (state: string): boolean => among("declined unpublished superseded", state);

/** A version at a moment. */
export interface View {
  state: string;
  revision: number;
  author: string | null;
  writers: readonly (string | null)[];
}

export interface Step {
  kind: string;
  to: string;
  revision: number;
  /** Null for the site itself. */
  actor: string | null;
}

const mayDo = (who: Who, { author, writers }: View, actor: string | null) =>
  who === "author" ? actor === author : actor !== null && (who === "editor" || !writers.includes(actor));

/** What is wrong with a move, given the version before it. Null where nothing is. */
export function faultOf(view: View, { kind, to, revision, actor }: Step): string | null {
  if (revision !== view.revision) return `it was about revision ${revision} of ${view.revision}`;
  // Only the next version's publication does this, and it begins with no state at all only once.
  if (kind === "supersede") return among("published withdrawn", view.state) && !actor ? null : `it was ${view.state}`;
  if (kind === "start") return view.state === "" && to === "draft" ? null : `it was ${view.state}`;
  const rule = steps[kind];
  if (!rule) return "there is no such move";
  const [from, where, who] = rule;
  const byClock = kind === "publish" && actor === null && view.state === "scheduled";
  if (!among(from, view.state)) return `it was ${view.state}`;
  if (!among(where, to)) return `it led to ${to}`;
  return byClock || mayDo(who, view, actor) ? null : `${actor ?? "the site"} may not`;
}

/** What is wrong with words that were saved, by whom. Null where nothing is. */
export function faultOfSave(view: View, number: number, writer: string | null): string | null {
  if (number !== view.revision + 1) return `revision ${number} follows ${view.revision}`;
  if (view.state === "" && number === 1) return null;
  const theirs = among("draft changes_requested", view.state);
  if (theirs) return writer === view.author || writer === null ? null : `${writer} is not its author`;
  return view.state === "in_review" && writer !== null ? null : `it was ${view.state}`;
}

export interface Wish {
  kind: string;
  actor: string | null;
  basedOn: number;
}

/** Whether somebody may be refused something, as the version and the others of its case study are. */
export function mayRefuse(view: View, others: readonly View[], { kind, actor, basedOn }: Wish): boolean {
  if (kind === "next") return ![view, ...others].some(({ state }) => state === "published");
  if (kind === "comment") return view.state !== "in_review";
  if (basedOn !== view.revision) return true;
  if (kind === "save") return !among("draft changes_requested", view.state);
  if (kind === "edit") return view.state !== "in_review";
  const [from, , who] = steps[kind] ?? ["", "", "author"];
  const another = kind === "submit" && others.some(({ state }) => isOpen(state));
  return another || !among(from, view.state) || !mayDo(who, view, actor);
}
