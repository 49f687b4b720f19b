/** The number by which people speak of a submission, from its version's id: "CB-7F3A-91C2". */
export function referenceOf(versionId: string): string {
  const end = versionId.replaceAll("-", "").slice(-8).toUpperCase();
  return `CB-${end.slice(0, 4)}-${end.slice(4)}`;
}

/** The end of a version's id that a typed reference number stands for: "7f3a91c2". Null for anything else. */
export function referenceEnd(typed: string): string | null {
  const [, first, last] = /^(?:CB[- ]?)?([0-9A-F]{4})[- ]?([0-9A-F]{4})$/i.exec(typed.trim()) ?? [];
  return first && last ? (first + last).toLowerCase() : null;
}
