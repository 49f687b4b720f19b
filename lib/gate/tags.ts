/** Whether a client has what a strong tag names, by its `If-None-Match`. */
export function matches(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  // A proxy in between may have made the tag weak; for a GET that compares as equal.
  return ifNoneMatch.trim() === "*" || ifNoneMatch.split(",").some((one) => one.trim().replace(/^W\//, "") === tag);
}
