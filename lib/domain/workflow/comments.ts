/** The most characters of what an editor writes beside a section. */
export const longestComment = 5000;
