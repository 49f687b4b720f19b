import { isMissing, openStore } from "./storage.ts";

/** What was erased: a person with everything of theirs, somebody's details as a contact, or a version that only its author could see. */
export interface Erasure {
  what: "person" | "contact" | "version";
  id: string;
}

const folder = "erasures";
const keyOf = ({ what, id }: Erasure) => `${folder}/${what}-${id}`;
const noted = /^(person|contact|version)-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * Remembers that something was erased, apart from the database, since one that is restored has forgotten it. The id says nothing
 * of anybody once the rows that had it are gone.
 *
 * @returns whether nothing was known of it yet
 */
export async function noteErasure(erasure: Erasure): Promise<boolean> {
  const disk = await openStore();
  const isNew = !(await disk.exists(keyOf(erasure)));
  await disk.put(keyOf(erasure), "");
  return isNew;
}

/** Forgets an erasure that did not come about. */
export async function forgetErasure(erasure: Erasure): Promise<void> {
  await (await openStore()).delete(keyOf(erasure));
}

/** What was erased lately, in no order. */
export async function* eachErasure(): AsyncGenerator<Erasure> {
  for await (const { name } of eachNote()) {
    const [, what, id] = noted.exec(name) ?? [];
    if (what && id) yield { what: what as Erasure["what"], id };
  }
}

/** Forgets erasures that no backup is older than. */
export async function forgetErasures(before: Date): Promise<void> {
  const disk = await openStore();
  for await (const { key } of eachNote()) {
    const { lastModified } = await disk.getMetaData(key);
    if (lastModified < before) await disk.delete(key);
  }
}

async function* eachNote(): AsyncGenerator<{ key: string; name: string }> {
  const disk = await openStore();
  let paginationToken: string | undefined;
  do {
    // A folder that is not there yet holds nothing.
    const page = await disk.listAll(folder, { ...(paginationToken && { paginationToken }) }).catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
    for (const one of page?.objects ?? []) if (one.isFile) yield { key: one.key, name: one.name };
    paginationToken = page?.paginationToken;
  } while (paginationToken);
}
