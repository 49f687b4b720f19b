import ipaddr from "ipaddr.js";

/** All that has been given out of the sixth version's addresses for the public internet (RFC 4291). */
const [globalNet, globalBits] = ipaddr.IPv6.parseCIDR("2000::/3");

/** For measuring networks (RFC 2544), which the library takes for public. */
const [testNet, testBits] = ipaddr.IPv4.parseCIDR("198.18.0.0/15");

/**
 * Whether an address is a machine's on the public internet: neither this one, nor one beside it, nor one that only looks public
 * because it stands for another (mapped, translated and tunnelled addresses).
 *
 * @param address as a resolver gives it, with its zone or without
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== "unicast") return false;
  return parsed instanceof ipaddr.IPv4 ? !parsed.match(testNet, testBits) : parsed.match(globalNet, globalBits);
}
