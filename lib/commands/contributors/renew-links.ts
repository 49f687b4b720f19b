import { db } from "#lib/data/db.ts";
import { createLink, findLink, findLinkOf, hashOf, tokenOf } from "#lib/data/submissions/links.ts";
import { lockVersion } from "#lib/data/versions.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";

type Purpose = "draft" | "track";

/** For how long a button that is pressed twice leads to the same new link. */
const pressingMs = 10_000;

/**
 * Gives the words of a version and its progress new secret addresses: each leads to the other, so both old ones open nothing any more.
 *
 * @param purpose what the token opens that it is asked with
 * @returns the new token for the same purpose
 */
export async function renewLinks({
  token,
  purpose,
  now = new Date(),
}: {
  token: string;
  purpose: Purpose;
  now?: Date;
}) {
  return db.$transaction(async (tx): Promise<Result<string, "not-found">> => {
    const asked = await tx.link.findUnique({ where: { tokenHash: hashOf(token) } });
    if (!asked?.versionId || !(await lockVersion(tx, asked.versionId))) return refuse("not-found");
    const { versionId } = asked;
    const living = await findLink(token, purpose, now, tx);
    if (!living) {
      const { revokedAt } = (await tx.link.findUnique({ where: { id: asked.id } })) ?? asked;
      const justNow = asked.purpose === purpose && revokedAt && now.getTime() - revokedAt.getTime() < pressingMs;
      const made = justNow ? await findLinkOf(tx, versionId, purpose, now) : null;
      return made ? ok(tokenOf(made.id)) : refuse("not-found");
    }
    const renewed: Partial<Record<Purpose, string>> = {};
    for (const each of ["draft", "track"] as const) {
      const old = { versionId, purpose: each, revokedAt: null };
      const { count } = await tx.link.updateMany({ where: old, data: { revokedAt: now } });
      if (count > 0) renewed[each] = (await createLink(tx, { purpose: each, versionId, now })).token;
    }
    return ok(renewed[purpose] ?? "");
  });
}
