import type { Handle } from "./history.ts";

type Weights = Record<string, number>;

/** What an author likes to do with a version in a state. */
const authors: Record<string, Weights> = {
  draft: { save: 2, submit: 4 },
  unconfirmed: { confirm: 4, takeBack: 0.2 },
  submitted: { takeBack: 0.3 },
  in_review: { takeBack: 0.3 },
  changes_requested: { save: 2, submit: 4, takeBack: 0.2 },
};

/** What an editor does. */
const editors: Record<string, Weights> = {
  unconfirmed: { hold: 0.05 },
  submitted: { take: 4, hold: 0.15, decline: 0.05 },
  held: { release: 4, decline: 0.2 },
  in_review: { comment: 3, edit: 1, accept: 4, requestChanges: 1, unassign: 0.5, decline: 0.1 },
  changes_requested: { decline: 0.1 },
  accepted: { publish: 4, schedule: 1, reopen: 0.5 },
  scheduled: { publish: 0.5, unschedule: 0.5, reopen: 0.2 },
  published: { look: 4, next: 0.7, withdraw: 1, unpublish: 0.1 },
  withdrawn: { look: 2, restore: 3, unpublish: 0.3 },
};
const everything = Object.assign({}, ...Object.values(editors)) as Weights;

/** What a client may do with a version next, and how much it likes to. Now and then it tries what cannot be done. */
export function weightsOf({ owner, state }: Handle, client: number, chance: () => number): Weights {
  if (state === "writing") return {};
  const own = owner === client ? authors[state] : {};
  return chance() < 0.05 ? everything : { ...editors[state], ...own };
}

/** One of several, by weight, or none where all of them together weigh less than one. @param part from 0 up to 1 */
export function pick(weights: Weights, part: number): string | undefined {
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  let left = part * Math.max(1, sum);
  return Object.keys(weights).find((name) => (left -= weights[name] ?? 0) < 0);
}
