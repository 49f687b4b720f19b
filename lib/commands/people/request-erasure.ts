import { db } from "#lib/data/db.ts";
import { removeFiles } from "#lib/data/directory/files.ts";
import { oweLetter } from "#lib/data/letters/letters.ts";
import { isEditor } from "#lib/data/people/holdings.ts";
import { removeVersions } from "#lib/data/submissions/removal.ts";
import { lockVersion } from "#lib/data/versions.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { isRecord } from "#lib/domain/workflow/states.ts";
import { erasePerson, type ErasureRefusal } from "./erase-person.ts";

const hour = 60 * 60 * 1000;

/** How many versions were deleted and stay at once. */
type Done = { deleted: number; kept: number };

/**
 * Erases the author of a version, for whoever has its secret address. That address is no proof of being the author, because
 * anybody may type anybody's e-mail address into a draft. So it reaches no further than its own case study: where the author
 * has more, what lies there goes now, and a letter to the author carries the link that erases the rest.
 */
export async function requestErasure({
  versionId,
  now = new Date(),
}: {
  versionId: string;
  now?: Date;
}): Promise<Result<Done, ErasureRefusal>> {
  const version = await db.version.findUnique({ where: { id: versionId }, include: { author: true } });
  if (!version) return refuse("not-found");
  const { author, caseStudyId } = version;
  if (!author) return removeHere(versionId);
  if (isEditor(author)) return refuse("is-editor");
  const erased = await erasePerson({ personId: author.id, within: caseStudyId });
  if (erased.ok || erased.reason !== "has-more") return erased;
  await askByLetter(author.id, now);
  return removeHere(versionId);
}

/** Deletes what the version's author never published in its case study, or the version alone where it is nobody's. */
async function removeHere(versionId: string): Promise<Result<Done, "not-found">> {
  const removed = await db.$transaction(async (tx): Promise<Result<Done & { files: string[] }, "not-found">> => {
    const version = await lockVersion(tx, versionId);
    if (!version) return refuse("not-found");
    const { authorId, caseStudyId } = version;
    const versions = authorId ? await tx.version.findMany({ where: { authorId, caseStudyId } }) : [version];
    const unpublished = versions.filter(({ state }) => !isRecord(state)).map(({ id }) => id);
    const files = await removeVersions(tx, unpublished);
    return ok({ deleted: unpublished.length, kept: versions.length - unpublished.length, files });
  });
  if (!removed.ok) return removed;
  const { files, ...done } = removed.value;
  await removeFiles(files);
  return ok(done);
}

/** One letter an hour is enough for anybody who asks. */
async function askByLetter(toId: string, now: Date): Promise<void> {
  const lately = { gt: new Date(now.getTime() - hour) };
  if (await db.letter.count({ where: { kind: "erase", toId, queuedAt: lately } })) return;
  await oweLetter(db, { kind: "erase", toId, now });
}
