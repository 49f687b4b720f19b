export const states = [
  "draft",
  "unconfirmed",
  "submitted",
  "held",
  "in_review",
  "changes_requested",
  "accepted",
  "scheduled",
  "published",
  "superseded",
  "declined",
  "withdrawn",
  "unpublished",
] as const;

export type State = (typeof states)[number];

/** Only one version of a case study may be in one of these at a time. The database enforces it with an index. */
export const openStates = [
  "unconfirmed",
  "submitted",
  "held",
  "in_review",
  "changes_requested",
  "accepted",
  "scheduled",
] as const satisfies State[];

/** States in which a case study has a page of its own. The database allows one version in them. */
export const pageStates = ["published", "withdrawn"] as const satisfies State[];

/** States of what was published and cannot be read at present. */
export const removedStates = ["withdrawn", "unpublished"] as const satisfies State[];

/** States of what was published once, whatever became of it. */
export const publishedStates = [...pageStates, "superseded", "unpublished"] as const satisfies State[];

/** Whether a case study has a page of its own through a version in a state. */
export const hasPage = (state: State): boolean => (pageStates as readonly State[]).includes(state);

/** Whether a version in a state is what readers find. */
export const isShown = (state: State): boolean => state === "published";

/** Whether what was published has been taken from its readers. */
export const isRemoved = (state: State): boolean => (removedStates as readonly State[]).includes(state);

/** Whether a newer version is, or was, read in its place. */
export const isReplaced = (state: State): boolean => state === "superseded";

/** Whether a version's round is over and its words can be wanted again. */
export const isPast = (state: State): boolean => isRemoved(state) || isReplaced(state) || state === "declined";

/** What a council has published, or is about to. Once it is a record, it stays without the person who wrote it. */
export const recordStates = ["accepted", "scheduled", ...publishedStates] as const satisfies State[];

/** Whether a version in a state outlives its author's wish to be erased. */
export const isRecord = (state: State): boolean => (recordStates as readonly State[]).includes(state);

/** Whether a version is in its author's hands: theirs to change and to send. */
export const isWithAuthor = (state: State): boolean => state === "draft" || state === "changes_requested";

/** Whether a version is a draft that no editor has to decide about. */
export const isUnsent = (state: State): boolean => state === "draft";

/** Whether it was accepted and nothing but a date or an answer keeps it from its readers. */
export const isAboutToBePublished = (state: State): boolean => state === "accepted" || state === "scheduled";

/** Whether nothing is decided about it: its author has it in hand, or the editors do. */
export const isUndecided = (state: State): boolean =>
  state === "draft" || (!isAboutToBePublished(state) && (openStates as readonly State[]).includes(state));

/** Whether the editors have it in hand: what they write meanwhile is not finished. */
export const isOnDesk = (state: State): boolean => isUndecided(state) && !isWithAuthor(state);

/** Whether an editor waits for its author to change it. */
export const isSentBack = (state: State): boolean => state === "changes_requested";

/** Whether a step from one state to another changes what the public can see. */
export function changesWhatIsPublic(from: State | null, to: State): boolean {
  const shown = (state: State | null) => state !== null && ([...pageStates, "unpublished"] as State[]).includes(state);
  return shown(from) || shown(to);
}
