import { merged, missingIn, type Succession } from "#lib/domain/catalogue/councils/successions.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { db, type Queries } from "#lib/data/db.ts";
import { readCouncils, readSuccessions } from "#lib/data/catalogue/councils/councils.ts";
import { digestOf } from "#lib/data/catalogue/digest.ts";
import { readStanding } from "#lib/data/catalogue/standing.ts";
import { listLeading, type Leading } from "#lib/data/catalogue/previews/addresses.ts";
import { listNaming, type Affected } from "#lib/data/catalogue/previews/affected.ts";
import { councilPath } from "#lib/data/catalogue/previews/councils.ts";

interface Named {
  id: string;
  slug: string;
  name: string;
}

/** What merging one entry of a council into another comes to. */
export interface Merge {
  from: Named;
  into: Named;
  affected: Affected;
  leading: Leading[];
  /** How many people are confirmed for the one that goes, and come to speak for the other. */
  speakers: number;
  /** Names of the councils that come to be before and after the one that stays. */
  predecessors: string[];
  successors: string[];
  /** Says whether anything of this has changed. */
  digest: string;
}

/** Looks at what a merge would change. "same" where both are one already. */
export async function findMerge(tx: Queries, id: string, intoId: string): Promise<Result<Merge, "gone" | "same">> {
  const standing = await readStanding(tx);
  const entries = await tx.council.findMany({ select: { id: true, slug: true, name: true, mergedIntoId: true } });
  const [from, into] = [id, standing(intoId)].map((one) => entries.find((entry) => entry.id === one));
  if (!from || !into || from.mergedIntoId) return refuse("gone");
  if (from.id === into.id) return refuse("same");

  const stoodFor = entries.filter((entry) => entry.id !== id && standing(entry.id) === id);
  const ids = [id, ...stoodFor.map((entry) => entry.id)];
  const all = await readSuccessions(tx);
  const gained = missingIn(merged(all, id, into.id), all);
  const nameOf = (one: string) => entries.find((entry) => entry.id === one)?.name ?? one;
  const named = (pairs: Succession[]) => pairs.map(([before, after]) => nameOf(before === into.id ? after : before));
  const plan = {
    from,
    into,
    affected: await listNaming(tx, ids),
    leading: await listLeading(tx, "council", { ...from, to: into.slug, stoodFor }),
    speakers: await tx.contributor.count({ where: { councilId: { in: ids } } }),
    predecessors: named(gained.filter(([, after]) => after === into.id)),
    successors: named(gained.filter(([before]) => before === into.id)),
  };
  const state = await readCouncils(tx, [id, into.id]);
  return ok({ ...plan, digest: digestOf({ ...plan, state }) });
}

/** The same for a page that shows it, with whole paths. */
export async function previewMerge(id: string, intoId: string): Promise<Result<Merge, "gone" | "same">> {
  const plan = await findMerge(db, id, intoId);
  if (!plan.ok) return plan;
  const leading = plan.value.leading.map(({ from, to }) => ({ from: councilPath(from), to: councilPath(to) }));
  return ok({ ...plan.value, leading });
}
