/** Why nobody may be there any more at a contact. */
export const doubts = {
  bounced: "Our letter came back",
  silent: "Nobody answered our letters",
  wrongPerson: "Whoever we wrote to is not the person to ask",
} as const;

export type Doubt = keyof typeof doubts;

/** A doubt as it is kept; null where there is none. */
export const readDoubt = (kept: string): Doubt | null => (Object.hasOwn(doubts, kept) ? (kept as Doubt) : null);
