/** How many case studies are retagged at most with one confirmation: as many as somebody can look through. */
export const mostRetagged = 500;
/** How many are offered to tick one by one. */
export const mostTicked = 50;
