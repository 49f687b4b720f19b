import { db, type Queries } from "#lib/data/db.ts";
import { removeFiles } from "#lib/data/directory/files.ts";
import { raiseGeneration } from "#lib/data/generation.ts";
import { removeContacts, removeLinks, removePerson } from "#lib/data/people/erasing.ts";
import { hasMore, isEditor, listCaseStudiesOf } from "#lib/data/people/holdings.ts";
import { findWords, listMentions, type Mention } from "#lib/data/people/mentions.ts";
import { lockPerson } from "#lib/data/people/people.ts";
import { removeVersions } from "#lib/data/submissions/removal.ts";
import { lockCaseStudies } from "#lib/data/versions.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { isRecord } from "#lib/domain/workflow/states.ts";
import { createLog, type Log } from "#lib/ops/log.ts";

interface Erased {
  /** How many versions were deleted whole, and how many stay without the person. */
  deleted: number;
  kept: number;
  /** Where the words that stay say who the person was, for an editor to redact. */
  mentions: Mention[];
}

/** "has-more": something of the person's lies outside the case study that was to be the whole of it. */
export type ErasureRefusal = "not-found" | "is-editor" | "has-more";

interface Request {
  personId: string;
  /** The only case study of theirs, for whoever may decide about no other. */
  within?: string;
  log?: Log;
}

/**
 * Removes a person everywhere: what they never published, whole; their name from what stays. Nothing about them is kept, so
 * where words of others name them is told once, here and in the log, by ids.
 */
export async function erasePerson(request: Request): Promise<Result<Erased, ErasureRefusal>> {
  const { personId, log = createLog() } = request;
  const person = await db.person.findUnique({ where: { id: personId } });
  if (!person) return refuse("not-found");
  if (request.within && (await hasMore(db, person, request.within))) return refuse("has-more");
  // Looked for first, since nobody knows the words afterwards; and outside the transaction, since it takes a while.
  const mentions = await listMentions(await findWords(personId));
  const removed = await db.$transaction((tx) => removeEverything(tx, request), { timeout: 20_000 });
  if (removed === "begin-again") return erasePerson(request);
  if (!removed.ok) return removed;

  const { deleted, kept, files } = removed.value;
  await removeFiles(files);
  const left = await stillThere(mentions);
  if (left.length) log.warn({ mentions: left }, "words about somebody who was erased stay, for an editor to redact");
  return ok({ deleted, kept, mentions: left });
}

type Removed = Omit<Erased, "mentions"> & { files: string[] };

async function removeEverything(
  tx: Queries,
  { personId, within }: Request,
): Promise<Result<Removed, ErasureRefusal> | "begin-again"> {
  const before = await listCaseStudiesOf(tx, personId);
  await lockCaseStudies(tx, before);
  const person = await lockPerson(tx, personId);
  if (!person) return refuse("not-found");
  if (isEditor(person)) return refuse("is-editor");
  if (within && (await hasMore(tx, person, within))) return refuse("has-more");
  // Something became theirs before they were held. Locking it now could make two wait for each other.
  if ((await listCaseStudiesOf(tx, personId)).some((id) => !before.includes(id))) return "begin-again";

  const versions = await tx.version.findMany({ where: { authorId: personId }, select: { id: true, state: true } });
  const unpublished = versions.filter(({ state }) => !isRecord(state)).map(({ id }) => id);
  await removeLinks(tx, person);
  const files = await removeVersions(tx, unpublished);
  const changesPages = await removeContacts(tx, person.email);
  await removePerson(tx, person);
  if (changesPages) await raiseGeneration(tx);
  return ok({ deleted: unpublished.length, kept: versions.length - unpublished.length, files });
}

/** Mentions in what has not been deleted. */
async function stillThere(mentions: Mention[]): Promise<Mention[]> {
  const select = { id: true } as const;
  const versionIds = mentions.flatMap(({ versionId }) => versionId ?? []);
  const caseStudyIds = mentions.map(({ caseStudyId }) => caseStudyId);
  const [versions, caseStudies] = [
    await db.version.findMany({ where: { id: { in: versionIds } }, select }),
    await db.caseStudy.findMany({ where: { id: { in: caseStudyIds } }, select }),
  ];
  const there = new Set([...versions, ...caseStudies].map(({ id }) => id));
  return mentions.filter(({ caseStudyId, versionId }) => there.has(versionId ?? caseStudyId));
}
