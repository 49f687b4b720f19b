import { isWithAuthor, type State } from "../workflow/states.ts";

/** A line of a version's history, as far as it says whose hands the words were in. */
interface Line {
  kind: string;
  revision: number;
  toState: State;
}

/** Between which revisions the words were their author's to change. From null: whatever is there then counts as theirs. */
export interface Turn {
  from: number | null;
  to: number;
}

/**
 * When a version's words were its author's to change, or were agreed to by them, in order. Empty before they first sent it.
 *
 * @param lines in order
 * @param latestRevision up to which a turn goes that has not ended
 */
export function turnsOf(lines: readonly Line[], latestRevision: number): Turn[] {
  const turns: Turn[] = [];
  let begun: number | null = null;
  let inHand = true;
  for (const { kind, revision, toState } of lines) {
    if (kind === "approveEdits") turns.push({ from: null, to: revision });
    if (inHand === isWithAuthor(toState)) continue;
    if (inHand) turns.push({ from: begun, to: revision });
    begun = revision;
    inHand = !inHand;
  }
  if (inHand && turns.length) turns.push({ from: begun, to: latestRevision });
  return turns;
}

/** Whether a revision was written by an editor after its author had first sent it, rather than in one of the author's turns. */
export const isBetweenTurns = (turns: readonly Turn[], revision: number): boolean =>
  turns[0] !== undefined &&
  revision > turns[0].to &&
  !turns.some(({ from, to }) => from !== null && from < revision && revision <= to);
