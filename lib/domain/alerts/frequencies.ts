/** How often an alert may write. */
export const frequencies = [
  { key: "daily", label: "Every day at 7am", every: "every day" },
  { key: "weekly", label: "Every Monday at 7am", every: "every Monday" },
] as const;

export type Frequency = (typeof frequencies)[number]["key"];

/** What was chosen, or null for anything else. */
export const readFrequency = (text: string): Frequency | null =>
  frequencies.find(({ key }) => key === text)?.key ?? null;

/** "every Monday", to go on with a sentence. */
export const everyOf = (frequency: Frequency): string =>
  frequencies.find(({ key }) => key === frequency)?.every ?? frequencies[0].every;
