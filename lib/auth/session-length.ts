/** After how many seconds a session ends, however busy it is. */
export const longestSeconds = 7 * 24 * 60 * 60;
