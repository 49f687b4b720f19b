import { moves } from "../workflow/moves.ts";
import { openStates, type State } from "../workflow/states.ts";

interface TabRule {
  key: string;
  label: string;
  states: readonly State[];
  /** Whose work it shows: the reader's, that of no active editor, or everybody's. */
  whose?: "mine" | "nobody's";
  /** Since when, or until when, something in it waits. The longest waiting comes first. */
  by: "sentAt" | "enteredAt" | "publishAt" | "reviewBy";
}

/** What is on an editor's side of the desk. */
const inHand = ["submitted", "in_review", "accepted"] as const satisfies State[];

/**
 * The parts of the queue, in the order they are shown. Counts, rows, links and words are made from this table. Of what is
 * published, the queue holds only what is past its review date or is to be looked at a second time.
 */
export const tabs = [
  { key: "mine", label: "Mine", states: inHand, whose: "mine", by: "sentAt" },
  { key: "unassigned", label: "Unassigned", states: inHand, whose: "nobody's", by: "sentAt" },
  {
    key: "waiting",
    label: "Waiting for the council",
    states: ["unconfirmed", "changes_requested"],
    by: "enteredAt",
  },
  { key: "scheduled", label: "Scheduled", states: ["scheduled"], by: "publishAt" },
  { key: "due", label: "Due for review", states: ["published"], by: "reviewBy" },
  { key: "held", label: "Spam suspected", states: ["held"], by: "sentAt" },
  { key: "all", label: "All open", states: openStates, by: "sentAt" },
] as const satisfies TabRule[];

export type TabKey = (typeof tabs)[number]["key"];

/** How a part of the queue is made up. */
export const tabOf = (key: TabKey): TabRule => tabs.find((tab) => tab.key === key) ?? tabs[0];

/** What waits for a decision of the editors, for which councils are told how long it usually takes. */
export const promisedStates = [...inHand, "held"] as const satisfies State[];

/** Whether a part of the queue holds anything that councils were told a time for. */
export const hasPromises = (key: TabKey): boolean =>
  tabOf(key).states.some((state) => (promisedStates as readonly State[]).includes(state));

/** Whether something may be given to an editor: it waits for one, or has one who may hand it over. */
export const isAssignable = (state: State): boolean =>
  [moves.take, moves.handOver].some(({ from }) => (from as readonly State[]).includes(state));

/** Whether something is suspected to be spam, and waits for an editor to release or decline it. */
export const isHeld = (state: State): boolean => (moves.release.from as readonly State[]).includes(state);

/** Whether an editor may take something that is with somebody, or with nobody (null), without asking: what is nobody's, or waits for them. */
export const isTakeable = (state: State, editorId: string | null, me: string): boolean =>
  isAssignable(state) &&
  (editorId === null || (editorId === me && (moves.take.from as readonly State[]).includes(state)));
