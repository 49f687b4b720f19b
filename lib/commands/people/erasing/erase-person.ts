import { db, type Queries } from "#lib/data/db.ts";
import type { Erasure } from "#lib/data/files/erasures.ts";
import { removeFiles } from "#lib/data/files/files.ts";
import { publicly, raiseGeneration } from "#lib/data/generation.ts";
import { removeContacts, removeLinks, removePerson } from "#lib/data/people/erasing.ts";
import { hasMore, listCaseStudiesOf } from "#lib/data/people/holdings.ts";
import { findWords, listMentions, type Mention } from "#lib/data/people/mentions.ts";
import { listContactsOf, lockPerson } from "#lib/data/people/people.ts";
import { removeVersions } from "#lib/data/submissions/removal.ts";
import { lockCaseStudies } from "#lib/data/versions.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { isEditor } from "#lib/domain/workflow/decide.ts";
import { isRecord } from "#lib/domain/workflow/states.ts";
import { createLog, type Log } from "#lib/ops/log.ts";
import { notingErasures, patienceMs } from "./noting-erasures.ts";
import { tellOfMentions } from "./tell-of-mentions.ts";

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
  now?: Date;
  log?: Log;
}

/**
 * Removes a person everywhere: what they never published, whole; their name from what stays. Nothing about them is kept, so
 * where words that stay name them is told once: to the editors by letter, here and in the log by ids.
 */
export async function erasePerson(request: Request): Promise<Result<Erased, ErasureRefusal>> {
  const { personId, log = createLog() } = request;
  const person = await db.person.findUnique({ where: { id: personId } });
  if (!person) return refuse("not-found");
  if (request.within && (await hasMore(db, person, request.within))) return refuse("has-more");
  // Looked for first, since nobody knows the words afterwards; and outside the transaction, since it takes a while.
  const mentions = await listMentions(await findWords(person));
  const removed = await notingErasures((note) =>
    publicly((tx) => removeEverything(tx, request, mentions, note), { timeout: patienceMs }),
  );
  if (removed === "begin-again") return erasePerson(request);
  if (!removed.ok) return removed;

  const { files, ...erased } = removed.value;
  await removeFiles(files);
  if (erased.mentions.length)
    log.warn({ mentions: erased.mentions }, "words about somebody who was erased stay, for an editor to redact");
  return ok(erased);
}

type Removed = Erased & { files: string[] };

async function removeEverything(
  tx: Queries,
  { personId, within, now = new Date() }: Request,
  found: readonly Mention[],
  note: (erasure: Erasure) => Promise<void>,
): Promise<Result<Removed, ErasureRefusal> | "begin-again"> {
  const before = await listCaseStudiesOf(tx, personId);
  await lockCaseStudies(tx, before);
  const person = await lockPerson(tx, personId);
  if (!person) return refuse("not-found");
  if (within && (await hasMore(tx, person, within))) return refuse("has-more");
  if (isEditor({ kind: "person", ...person })) return refuse("is-editor");
  // Something became theirs before they were held. Locking it now could make two wait for each other.
  if ((await listCaseStudiesOf(tx, personId)).some((id) => !before.includes(id))) return "begin-again";

  const versions = await tx.version.findMany({ where: { authorId: personId }, select: { id: true, state: true } });
  const unpublished = versions.filter(({ state }) => !isRecord(state)).map(({ id }) => id);
  // Listed before they go, some with a version. A backup may know the person as a contact alone.
  const contacts = await listContactsOf(tx, person.email);
  await removeLinks(tx, person);
  const files = await removeVersions(tx, unpublished);
  const changesPages = await removeContacts(tx, contacts);
  await removePerson(tx, person);
  const mentions = await tellOfMentions(tx, found, now);
  // Before it is kept: an erasure that is not remembered would be undone by a restore.
  await note({ what: "person", id: personId });
  for (const { id } of contacts) await note({ what: "contact", id });
  // Last: whoever publishes waits for it, and the store of files may take its time.
  if (changesPages) await raiseGeneration(tx);
  return ok({ deleted: unpublished.length, kept: versions.length - unpublished.length, mentions, files });
}
