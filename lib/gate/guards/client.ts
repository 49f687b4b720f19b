import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";
import proxyAddr from "proxy-addr";

/** Whether an address is that of a proxy of ours, whose word about its clients is taken. */
export type Trust = (address: string) => boolean;

/** @param proxies addresses, ranges, or the names of ranges that `proxy-addr` knows. Throws on anything else */
export function trustOf(proxies: readonly string[]): Trust {
  const trusts = proxyAddr.compile([...proxies]);
  return (address) => trusts(address, 0);
}

/**
 * The address a request came from: the nearest one that is no proxy of ours. Anybody can write the rest of the list.
 * What a person can change at will is left out: of a version 6 address, the half that each device makes up for itself.
 */
export function clientOf(request: IncomingMessage, trust: Trust): string {
  const known = proxyAddr.all(request, trust).findLast((address) => address && ipaddr.isValid(address));
  if (known === undefined) return "";
  const address = ipaddr.process(known);
  if (!(address instanceof ipaddr.IPv6)) return address.toString();
  return `${address.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":")}::/64`;
}
