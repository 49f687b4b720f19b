/** How long something has waited, in bands. The days are whole ones; the last band has no end. */
export const ageBands = [
  { name: "Under 1 week", from: 0 },
  { name: "1 to 2 weeks", from: 7 },
  { name: "2 to 4 weeks", from: 14 },
  { name: "4 to 12 weeks", from: 28 },
  { name: "12 weeks or more", from: 84 },
] as const;

/** Where one band ends and the next begins, in days. */
export const bandEdges: readonly number[] = ageBands.slice(1).map(({ from }) => from);
