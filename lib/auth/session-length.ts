import { daysSignedIn } from "#lib/domain/people/limits.ts";

/** After how many seconds a session ends, however busy it is. */
export const longestSeconds = daysSignedIn * 24 * 60 * 60;
