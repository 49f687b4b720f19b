import { createEventLog } from "#lib/ops/log.ts";
import { library } from "./library.ts";
import { cookieAlone } from "./visitor.ts";

/** Response header lines that set cookies. */
export type Cookies = [string, string][];

interface Start {
  personId: string;
  /** When they showed a second factor, null before. */
  secondFactorAt: Date | null;
}

/** Starts a session for somebody who has just shown who they are. @returns the lines that give their browser its cookie */
export async function startSession(start: Start): Promise<Cookies> {
  const { headers } = await library().api.startSession({ body: start, returnHeaders: true });
  createEventLog().info({ person: start.personId, secondFactor: start.secondFactorAt !== null }, "signed in");
  return cookiesIn(headers);
}

/** Ends the session that asks. @returns the lines that take the cookie from its browser */
export async function endSession(): Promise<Cookies> {
  const { headers } = await library().api.signOut({ headers: await cookieAlone(), returnHeaders: true });
  return cookiesIn(headers);
}

/** What is to be set in a browser. */
export const cookiesIn = (headers: Headers): Cookies => headers.getSetCookie().map((line) => ["set-cookie", line]);
