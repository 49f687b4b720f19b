/**
 * A name as part of an address: lower case, ASCII, hyphens.
 *
 * @returns at most 80 characters, cut between words; "case-study" when nothing of the name can be written so
 */
export function slugOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f’'`]/g, "")
    .toLowerCase();
  const words = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  const cut =
    words.length <= 80
      ? words
      : words
          .slice(0, 81)
          .replace(/-[^-]*$/, "")
          .slice(0, 80);
  return cut || "case-study";
}

/** A title as it is sorted: without case, quotes or a leading article. */
export function sortKeyOf(title: string): string {
  const plain = title
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
  return plain
    .replace(/["'“”‘’«»`]/g, "")
    .trim()
    .replace(/^(the|an|a)\s+/, "");
}
