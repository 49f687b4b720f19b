import { readCouncils, readSuccessions, type CouncilFields } from "#lib/data/catalogue/councils/councils.ts";
import type { Queries } from "#lib/data/db.ts";
import { councilSlug } from "#lib/domain/catalogue/councils/council-slug.ts";
import { hasCircle, missingIn, type Succession } from "#lib/domain/catalogue/councils/successions.ts";
import { plainName } from "#lib/domain/council-names.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";

/** Everything that an editor says of a council. */
export interface CouncilValues extends Omit<CouncilFields, "slug" | "mergedIntoId"> {
  /** Ids of the councils it replaced, and of those that replaced it. */
  predecessors: readonly string[];
  successors: readonly string[];
}

export type Clash = "name-taken" | "address-taken" | "circle";

/** What stands of a council now, as an editor says it. Null for an id of none, and for one that was merged. */
export async function readValues(tx: Queries, id: string): Promise<CouncilValues | null> {
  const { councils, successions } = await readCouncils(tx, [id]);
  const council = councils[id];
  if (!council || council.mergedIntoId) return null;
  const { slug: _slug, mergedIntoId: _into, ...fields } = council;
  return {
    ...fields,
    predecessors: successions.flatMap(([before, after]) => (after === id ? before : [])),
    successors: successions.flatMap(([before, after]) => (before === id ? after : [])),
  };
}

/** The address a council will have, unless its name or its address is another's. */
export async function slugFor(
  tx: Queries,
  id: string | null,
  { name, shortName }: Pick<CouncilValues, "name" | "shortName">,
): Promise<Result<string, Clash>> {
  const others = await tx.council.findMany({
    select: { id: true, slug: true, name: true, shortName: true, mergedIntoId: true },
  });
  const isOther = (one: { id: string }) => one.id !== id;
  const own = others.find((one) => one.id === id) ?? null;
  const isNamed = (one: { name: string; mergedIntoId: string | null }) =>
    !one.mergedIntoId && plainName(one.name) === plainName(name);
  if (others.some((one) => isOther(one) && isNamed(one))) return refuse("name-taken");
  const slug = councilSlug({ name, shortName }, own, (asked) =>
    others.some((one) => isOther(one) && one.slug === asked),
  );
  return slug ? ok(slug) : refuse("address-taken");
}

/** What has to be taken out of the successions and put in, for a council to have these. */
export async function successionsTo(
  tx: Queries,
  id: string,
  { predecessors, successors }: Pick<CouncilValues, "predecessors" | "successors">,
): Promise<Result<{ out: Succession[]; put: Succession[] }, Clash>> {
  const all = await readSuccessions(tx);
  const wanted: Succession[] = [
    ...predecessors.map((one): Succession => [one, id]),
    ...successors.map((one): Succession => [id, one]),
  ];
  const own = all.filter((pair) => pair.includes(id));
  const others = missingIn(all, own);
  if (hasCircle([...others, ...wanted])) return refuse("circle");
  return ok({ out: missingIn(own, wanted), put: missingIn(wanted, own) });
}
