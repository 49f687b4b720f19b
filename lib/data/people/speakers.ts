import { readStanding } from "#lib/data/catalogue/standing.ts";
import type { Queries } from "#lib/data/db.ts";

/** The councils a person is confirmed for, each as what stands for it now: whoever speaks for a merged entry speaks for that. */
export async function listConfirmedFor(queries: Queries, personId: string): Promise<string[]> {
  const rows = await queries.contributor.findMany({ where: { personId }, select: { councilId: true } });
  const standing = await readStanding(queries);
  return [...new Set(rows.map(({ councilId }) => standing(councilId)))];
}
