import { db } from "#lib/data/db.ts";

/** The long answers of published case studies as plain text, a paragraph a line, by slug. */
export async function listTexts(slugs: readonly string[]): Promise<Map<string, string>> {
  if (!slugs.length) return new Map();
  const rows = await db.listing.findMany({
    where: { slug: { in: [...slugs] } },
    select: { slug: true, text: { select: { body: true } } },
  });
  return new Map(rows.map(({ slug, text }) => [slug, text?.body ?? ""]));
}
