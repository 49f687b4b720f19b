import { db, type Queries } from "#lib/data/db.ts";
import { createLink, findLinkOf, tokenOf } from "#lib/data/submissions/links.ts";
import { lockVersion } from "#lib/data/versions.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { mayTakeImported, type Actor } from "#lib/domain/workflow/decide.ts";

interface Request {
  id: string;
  actor: Extract<Actor, { kind: "person" }>;
  now?: Date;
}

/** Makes an editor the author of a draft that came from a file, so that they can finish it. @returns the token of its form */
export async function takeImportedDraft({ id, actor, now = new Date() }: Request): Promise<Result<string, string>> {
  return db.$transaction(async (tx) => {
    const taken = await takeImportedDraftIn(tx, { id, actor });
    if (!taken.ok) return taken;
    const link = await findLinkOf(tx, id, "draft", now);
    return ok(link ? tokenOf(link.id) : (await createLink(tx, { purpose: "draft", versionId: id, now })).token);
  });
}

/** The same as part of a greater whole, without an address for its form. */
export async function takeImportedDraftIn(
  tx: Queries,
  { id, actor }: Request,
): Promise<Result<null, "not-found" | "not-allowed">> {
  const version = await lockVersion(tx, id);
  if (!version) return refuse("not-found");
  if (!mayTakeImported(version, actor)) return refuse("not-allowed");
  if (version.authorId !== actor.id) await tx.version.update({ where: { id }, data: { authorId: actor.id } });
  return ok(null);
}
