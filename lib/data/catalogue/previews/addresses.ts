import type { Queries } from "#lib/data/db.ts";
import type { Addressed } from "#lib/data/catalogue/former-slugs.ts";

/** An address that will lead to another. */
export interface Leading {
  from: string;
  to: string;
}

/**
 * The addresses that lead to a new one once an entry has another slug: the one it has, and those that lead to it already.
 *
 * @param stoodFor ids of entries that were merged into it, each with its slug
 */
export async function listLeading(
  tx: Queries,
  subject: Addressed,
  {
    id,
    slug,
    to,
    stoodFor = [],
  }: { id: string; slug: string; to: string; stoodFor?: readonly { id: string; slug: string }[] },
): Promise<Leading[]> {
  if (slug === to) return [];
  const ids = [id, ...stoodFor.map((one) => one.id)];
  const noted = await tx.formerSlug.findMany({ where: { subject, subjectId: { in: ids } }, orderBy: { at: "asc" } });
  const all = [slug, ...noted.map((one) => one.slug), ...stoodFor.map((one) => one.slug)];
  return [...new Set(all)].filter((from) => from !== to).map((from) => ({ from, to }));
}
