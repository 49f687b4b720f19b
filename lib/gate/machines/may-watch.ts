import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";

/** Any of these means that somebody else asked, through a server in front. */
const forwarded = ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "forwarded", "x-real-ip", "via"];

interface Site {
  /** What whoever watches has to show, if anything is set. */
  token?: string | undefined;
  publicUrl?: string | undefined;
}

/**
 * Whether figures about the site may be told: to whoever has the token, where there is one; otherwise to whoever connects from
 * this machine or a private network, without a server in front. Only the connection itself counts, as anybody can write the rest; a
 * request for the name that readers use has come from outside, whatever stands in between.
 */
export function mayWatch({ socket, headers }: IncomingMessage, { token, publicUrl }: Site): boolean {
  if (token !== undefined) return isSame(headers.authorization ?? "", `Bearer ${token}`);
  if (forwarded.some((name) => headers[name] !== undefined)) return false;
  const name = (headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
  if (publicUrl !== undefined && new URL(publicUrl).hostname === name) return false;
  return isNear(socket.remoteAddress ?? "");
}

/** Whether a request asks for figures, and may be told them. To anybody else it is an address like any other that does not exist. */
export const asksForFigures = (request: IncomingMessage, site: Site): boolean =>
  (request.method === "GET" || request.method === "HEAD") && request.url === "/metrics" && mayWatch(request, site);

function isNear(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ["loopback", "private", "uniqueLocal", "linkLocal"].includes(ipaddr.process(address).range());
}

function isSame(one: string, two: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(two));
}
