import { readCouncils } from "#lib/data/catalogue/councils/councils.ts";
import { digestOf } from "#lib/data/catalogue/digest.ts";
import { db } from "#lib/data/db.ts";
import { listLeading, type Leading } from "#lib/data/catalogue/previews/addresses.ts";
import { listNaming, type Affected } from "#lib/data/catalogue/previews/affected.ts";

export const councilPath = (slug: string) => `/councils/${slug}`;

/** The addresses that lead elsewhere once a council has another slug. */
export async function listMoved(id: string, slug: string, to: string): Promise<Leading[]> {
  const leading = await listLeading(db, "council", { id, slug, to });
  return leading.map(({ from }) => ({ from: councilPath(from), to: councilPath(to) }));
}

/** What ending some councils is about, and what the form that does it was shown. */
export async function previewEnd(
  ids: readonly string[],
  successors: readonly string[],
): Promise<{ affected: Affected; basedOn: string }> {
  const state = await readCouncils(db, [...new Set([...ids, ...successors])]);
  return { affected: await listNaming(db, ids), basedOn: digestOf({ ...state }) };
}
