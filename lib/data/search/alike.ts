import { councilsLikeOne } from "#lib/domain/listing/likeness.ts";
import { db } from "#lib/data/db.ts";

/** Councils like one, and how many traits each shares with it, by slug. Empty for a council there is not. */
export async function likenessTo(slug: string): Promise<Map<string, number>> {
  const alike = await listCouncilsLike(slug);
  return new Map(alike.map(({ slug: other, shared }) => [other, shared.length]));
}

/** Councils like one, each with what it shares with it, in words. */
export async function listCouncilsLike(slug: string): Promise<{ slug: string; shared: string[] }[]> {
  const councils = await db.council.findMany({
    where: { mergedIntoId: null },
    select: { slug: true, type: true, nation: true, region: true, sizeBand: true, ruralUrban: true },
  });
  const one = councils.find((council) => council.slug === slug);
  return one ? councilsLikeOne(one, councils) : [];
}
