import type { State } from "../workflow/states.ts";

/** How much somebody has that is open, by what becomes of it when they edit no longer. */
export interface Work {
  inReview: number;
  /** Sent again by its council, or put aside: in the queue. */
  sent: number;
  /** With its council, which was asked for changes. */
  sentBack: number;
  accepted: number;
  scheduled: number;
}

const partOf: Partial<Record<State, keyof Work>> = {
  in_review: "inReview",
  unconfirmed: "sent",
  submitted: "sent",
  held: "sent",
  changes_requested: "sentBack",
  accepted: "accepted",
  scheduled: "scheduled",
};

/** How much of each kind there is among the states of what somebody has. */
export function workIn(states: readonly State[]): Work {
  const work = { inReview: 0, sent: 0, sentBack: 0, accepted: 0, scheduled: 0 };
  for (const part of states.flatMap((state) => partOf[state] ?? [])) work[part]++;
  return work;
}
