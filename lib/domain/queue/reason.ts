/** The most characters of a reason: a letter that carries more is not read. */
export const longestReason = 5000;
