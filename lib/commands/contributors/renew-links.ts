import { db } from "#lib/data/db.ts";
import { createLink, findLink, hashOf, keptKeyOf, tokenOf } from "#lib/data/submissions/links.ts";
import { lockVersion } from "#lib/data/versions.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";

type Purpose = "draft" | "track";

/**
 * Gives the words of a version and its progress new secret addresses: each leads to the other, so both old ones open nothing any more.
 *
 * @param purpose what the token opens that it is asked with
 * @param key of the form: the same form sent twice leads to the same new link. With another, an old token leads nowhere, however
 *   soon it comes, as it may be in the hands of whoever is to be shut out
 * @returns the new token for the same purpose
 */
export async function renewLinks({
  token,
  purpose,
  key = "",
  now = new Date(),
}: {
  token: string;
  purpose: Purpose;
  key?: string;
  now?: Date;
}) {
  return db.$transaction(async (tx): Promise<Result<string, "not-found">> => {
    const asked = await tx.link.findUnique({ where: { tokenHash: hashOf(token) } });
    if (!asked?.versionId || !(await lockVersion(tx, asked.versionId))) return refuse("not-found");
    const { versionId } = asked;
    const id = key ? keptKeyOf(`${asked.id} ${key}`) : undefined;
    if (!(await findLink(token, purpose, now, tx))) {
      const made = id === undefined ? null : await findLink(tokenOf(id), purpose, now, tx);
      return made ? ok(tokenOf(made.id)) : refuse("not-found");
    }
    const renewed: Partial<Record<Purpose, string>> = {};
    for (const each of ["draft", "track"] as const) {
      const old = { versionId, purpose: each, revokedAt: null };
      const { count } = await tx.link.updateMany({ where: old, data: { revokedAt: now } });
      if (count > 0)
        renewed[each] = (
          await createLink(tx, { purpose: each, versionId, now, ...(each === purpose && id && { id }) })
        ).token;
    }
    return ok(renewed[purpose] ?? "");
  });
}
