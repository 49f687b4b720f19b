/** The number by which people speak of a submission, from its version's id: "CB-7F3A-91C2". */
export function referenceOf(versionId: string): string {
  const end = versionId.replaceAll("-", "").slice(-8).toUpperCase();
  return `CB-${end.slice(0, 4)}-${end.slice(4)}`;
}
