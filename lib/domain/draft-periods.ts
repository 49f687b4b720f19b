/** For how many days nobody may touch a draft before its author is written to, and before it is deleted. */
export const draftPeriods = { reminder: 76, deletion: 90 } as const;
