import { db } from "#lib/data/db.ts";
import { findLink } from "#lib/data/submissions/links.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import { isEditor } from "#lib/domain/workflow/decide.ts";
import { createEventLog } from "#lib/ops/log.ts";
import { proveEmail } from "./prove-email.ts";

/** Uses up a mailed link to sign in with. It works once, however often it is pressed at the same time. */
export async function spendSignInLink({ token, now = new Date() }: { token: string; now?: Date }) {
  const spent = await db.$transaction(async (tx) => {
    const link = await findLink(token, "signIn", now, tx);
    const person = link?.personId && (await tx.person.findFirst({ where: { id: link.personId, active: true } }));
    if (!link || !person || !isEditor({ kind: "person", ...person })) return refuse("not-found");
    const { count } = await tx.link.updateMany({ where: { id: link.id, usedAt: null }, data: { usedAt: now } });
    if (count === 0) return refuse("used");
    await proveEmail(tx, person.id, now);
    return ok({ personId: person.id });
  });
  if (!spent.ok) createEventLog().warn({ because: spent.reason }, "a link to sign in with was not taken");
  return spent;
}
