const months = "January|February|March|April|May|June|July|August|September|October|November|December";

/**
 * What was said, without what differs from one day or one machine to the next: dates, times, sums and sizes of
 * files, and where the site is.
 */
export const lasting = (said: string): string =>
  said
    .replace(/\s+/g, " ")
    .replaceAll(/https?:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?/g, "(site)")
    .replaceAll(/\b[0-9a-f]{64}\b/g, "(sum)")
    .replaceAll(/\b\d+(?:\.\d+)? (?:kB|MB)\b/g, "(size)")
    .replaceAll(/\b\d\d:\d\d\b/g, "(time)")
    .replaceAll(new RegExp(`\\b\\d{1,2} (?:${months}) \\d{4}\\b`, "g"), "(day)")
    .replaceAll(new RegExp(`\\b(?:${months}) \\d{4}\\b`, "g"), "(month)");
