const families = ["case-studies", "topics", "support-types", "councils", "collections"];
const ours = new RegExp(`^/(?:${families.join("|")})(?:\\.[a-z]+|/[a-z0-9-]+(?:\\.[a-z]+)?)?$`);
/** What a sentence puts behind an address, and a mail program takes for part of it. */
const punctuation = /[.,;:!?)\]}>'"’”»…]+\/?$/u;

/**
 * The address somebody meant whose link took along the end of a sentence or was typed in capitals.
 *
 * @param path as sent, without its query
 * @returns a path of plain characters in one of the families of addresses that are all in small letters; null where the path
 *   is right as it is or nothing of the kind was meant. What it returns, it finds nothing wrong with.
 */
export function nearMiss(path: string): string | null {
  const decoded = decode(path);
  const meant = decoded?.replace(punctuation, "").toLowerCase() ?? "";
  return meant !== decoded && ours.test(meant) ? meant : null;
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
