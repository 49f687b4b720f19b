import { db } from "#lib/data/db.ts";
import { aPerson } from "#tests/support/people.ts";
import { cookieOf, expiredCookieOf, overlongCookieOf } from "#tests/support/sessions.ts";

/** How far somebody's session gets them, whatever their role was when it began. */
export type Standing = "none" | "half" | "contributor" | "editor" | "administrator";

export interface Caller {
  name: string;
  cookie: string;
  stands: Standing;
}

/** Everybody who might ask. Those who stand nowhere were editors or administrators once, or claim to be. */
export async function makeCallers(): Promise<readonly Caller[]> {
  const id = async (role: "contributor" | "editor" | "administrator") => (await aPerson(role)).id;
  const disabled = await id("administrator");
  const lowered = await id("administrator");
  const callers: Caller[] = [
    { name: "nobody", cookie: "", stands: "none" },
    { name: "a made-up session", cookie: `session=${"a".repeat(32)}.${"b".repeat(43)}%3D`, stands: "none" },
    { name: "an idle session", cookie: await expiredCookieOf(await id("administrator")), stands: "none" },
    { name: "a session of eight days", cookie: await overlongCookieOf(await id("administrator")), stands: "none" },
    { name: "a disabled administrator", cookie: await cookieOf(disabled), stands: "none" },
    {
      ...{ name: "an administrator without a second factor", stands: "half" },
      cookie: await cookieOf(await id("administrator"), { secondFactor: false }),
    },
    { name: "a contributor", cookie: await cookieOf(await id("contributor")), stands: "contributor" },
    { name: "somebody who was an administrator", cookie: await cookieOf(lowered), stands: "contributor" },
    { name: "an editor", cookie: await cookieOf(await id("editor")), stands: "editor" },
    { name: "an administrator", cookie: await cookieOf(await id("administrator")), stands: "administrator" },
  ];
  // Past the commands, which end sessions: the guards themselves have to see it.
  await db.person.update({ where: { id: disabled }, data: { active: false } });
  await db.person.update({ where: { id: lowered }, data: { role: "contributor" } });
  return callers;
}
