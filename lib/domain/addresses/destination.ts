/**
 * Where a link in prose leads.
 *
 * @param address as it was written between the brackets
 * @returns null where it leads nowhere: a bare "kent.gov.uk" would be looked for on this site, and no other protocol is let through
 */
export function destinationOf(address: string): string | null {
  if (/^www\../i.test(address)) return `https://${address}`;
  // Browsers take "//" and "/\" for the beginning of another site's address.
  return /^(?:https?:\/\/.|mailto:.|#|\/(?![/\\\s]))/i.test(address) ? address : null;
}
