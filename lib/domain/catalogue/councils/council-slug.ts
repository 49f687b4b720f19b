import { slugOf } from "#lib/domain/slug.ts";

interface Named {
  name: string;
  shortName: string;
}

/**
 * The slug of a council: of what people say, or of its whole name where another has that. One that fits still is kept, and so is
 * any while the names stay as they are.
 *
 * @param before null for a new one
 * @returns null where both are taken
 */
export function councilSlug(
  { name, shortName }: Named,
  before: (Named & { slug: string }) | null,
  isTaken: (slug: string) => boolean,
): string | null {
  const candidates = [shortName, name].map((text) => slugOf(text.replace(/\s*\(example\)\s*$/i, "")));
  const isAsItWas = before && before.name === name && before.shortName === shortName;
  if (before && (isAsItWas || candidates.includes(before.slug))) return before.slug;
  return candidates.find((slug) => !isTaken(slug)) ?? null;
}
