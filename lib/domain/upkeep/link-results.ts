/** What a link led to, as editors are told of it. */
export const linkResults = {
  ok: "Works",
  moved: "Has moved for good",
  dead: "The page is not there",
  slow: "Takes too long to answer",
  loop: "Leads round in a circle",
  unreachable: "No server answers",
  "not-followed": "Leads to a machine that is not public",
} as const;

export type LinkResult = keyof typeof linkResults;

/** How a link is kept from one night to the next. */
export interface KeptCheck {
  failingSince: Date | null;
  failures: number;
}

/** Whether readers who follow it get nothing. One that has moved still leads there. */
export const isBroken = (result: LinkResult): boolean => result !== "ok" && result !== "moved";

/** How often a link has failed, with tonight's result. One night is an accident; an editor is told of it all the same. */
export function counted(before: KeptCheck | null, result: LinkResult, now: Date): KeptCheck {
  if (!isBroken(result)) return { failingSince: null, failures: 0 };
  return { failingSince: before?.failingSince ?? now, failures: (before?.failures ?? 0) + 1 };
}
