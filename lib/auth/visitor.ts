import { headers } from "next/headers";
import { findActivePerson } from "#lib/data/people/people.ts";
import type { Person } from "#prisma/client/client.ts";
import { library } from "./library.ts";
import { longestSeconds } from "./session-length.ts";

/** Somebody with a session. It opens nothing of the editors' before a second factor was shown. */
export interface Visitor {
  person: Person;
  session: { id: string; token: string; secondFactorAt: Date | null };
}

/** Who is asking, by the session's cookie. Null for a session that has ended and for somebody who was deactivated. */
export async function findVisitor(now = new Date()): Promise<Visitor | null> {
  const found = await library().api.getSession({ headers: await cookieAlone() });
  if (!found || found.session.createdAt.getTime() + longestSeconds * 1000 <= now.getTime()) return null;
  const person = await findActivePerson(found.user.id);
  const { id, token, secondFactorAt = null } = found.session;
  return person && { person, session: { id, token, secondFactorAt } };
}

/** What the library is given of a request: from where and with what somebody asks is not for it to keep. */
export const cookieAlone = async () => new Headers({ cookie: (await headers()).get("cookie") ?? "" });
