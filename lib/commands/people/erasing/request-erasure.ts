import { db, type Queries } from "#lib/data/db.ts";
import type { Erasure } from "#lib/data/files/erasures.ts";
import { removeFiles } from "#lib/data/files/files.ts";
import { oweLetter } from "#lib/data/letters/letters.ts";
import { findWords, listMentions, type Mention } from "#lib/data/people/mentions.ts";
import { lockPerson } from "#lib/data/people/people.ts";
import { removeVersions } from "#lib/data/submissions/removal.ts";
import { lockVersion } from "#lib/data/versions.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { isRecord } from "#lib/domain/workflow/states.ts";
import { erasePerson, type ErasureRefusal } from "./erase-person.ts";
import { notingErasures, patienceMs } from "./noting-erasures.ts";
import { tellOfMentions } from "./tell-of-mentions.ts";

const hour = 60 * 60 * 1000;

/** How many versions were deleted and stay at once. */
type Done = { deleted: number; kept: number };

/**
 * Erases the author of a version, for whoever has its secret address. That address is no proof of being the author, because
 * anybody may type anybody's e-mail address into a draft. So it reaches no further than its own case study: where the author
 * has more, or is an editor, what lies there goes now, and a letter to the author carries the link that erases the rest.
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
  const erased = author && (await erasePerson({ personId: author.id, within: caseStudyId, now }));
  if (erased?.ok || erased?.reason === "is-editor") return erased;
  const mentions = author ? await listMentions(await findWords(author), caseStudyId) : [];
  const removed = await notingErasures((note) =>
    db.$transaction((tx) => removeHere(tx, { versionId, mentions, note, now }), { timeout: patienceMs }),
  );
  if (!removed.ok) return removed;
  const { files, ...done } = removed.value;
  await removeFiles(files);
  return ok(done);
}

interface Here {
  versionId: string;
  mentions: readonly Mention[];
  note: (erasure: Erasure) => Promise<void>;
  now: Date;
}

/**
 * Deletes what the version's author never published in its case study, or the version alone where it is nobody's, and writes to
 * the author about the rest. The letter is owed and the words are gone together or not at all.
 */
async function removeHere(
  tx: Queries,
  { versionId, mentions, note, now }: Here,
): Promise<Result<Done & { files: string[] }, "not-found">> {
  const version = await lockVersion(tx, versionId);
  if (!version) return refuse("not-found");
  const { authorId, caseStudyId } = version;
  if (authorId && (await lockPerson(tx, authorId))) await askByLetter(tx, authorId, now);
  const versions = authorId ? await tx.version.findMany({ where: { authorId, caseStudyId } }) : [version];
  const unpublished = versions.filter(({ state }) => !isRecord(state)).map(({ id }) => id);
  const files = await removeVersions(tx, unpublished);
  await tellOfMentions(tx, mentions, now);
  for (const id of unpublished) await note({ what: "version", id });
  return ok({ deleted: unpublished.length, kept: versions.length - unpublished.length, files });
}

/** One letter an hour is enough for anybody who asks. They have to be locked. */
async function askByLetter(tx: Queries, toId: string, now: Date): Promise<void> {
  const lately = { gt: new Date(now.getTime() - hour) };
  if (await tx.letter.count({ where: { kind: "erase", toId, queuedAt: lately } })) return;
  await oweLetter(tx, { kind: "erase", toId, now });
}
