import { isIPv6 } from "node:net";
import { isLoopback } from "#lib/gate/guards/host.ts";
import type { Env } from "#lib/ops/env.ts";

type Where = Pick<Env, "HOST" | "PORT" | "ALLOWED_HOSTS" | "PUBLIC_URL">;

/** The names the gate is to answer to besides that of PUBLIC_URL. None stands for those that can only mean this machine. */
export function namesOf({ HOST, ALLOWED_HOSTS, PUBLIC_URL }: Where): string[] {
  const own = asName(HOST);
  if (isLoopback(own) && !ALLOWED_HOSTS.length && !PUBLIC_URL) return [];
  return [...ALLOWED_HOSTS, ...(isAnyAddress(HOST) ? [] : [own]), "localhost", "127.0.0.1", "[::1]"];
}

/** Where the site is to be found. */
export function addressOf({ HOST, PORT, PUBLIC_URL }: Where): string {
  return PUBLIC_URL ?? `http://${isAnyAddress(HOST) ? "localhost" : asName(HOST)}:${PORT}`;
}

/** What somebody must know who lets the site listen on every address but has not said what it is called there. */
export function hintAbout({ HOST, ALLOWED_HOSTS, PUBLIC_URL }: Where): string | null {
  if (!isAnyAddress(HOST) || ALLOWED_HOSTS.length || PUBLIC_URL) return null;
  return "It listens on every address of this machine but answers to the name localhost only. Set ALLOWED_HOSTS to the other names or addresses it is asked by.";
}

const isAnyAddress = (host: string) => ["0.0.0.0", "[::]"].includes(asName(host));

/** An address as a URL and the Host header write it. */
function asName(host: string): string {
  const [address = host] = host.split("%");
  return isIPv6(address) ? new URL(`http://[${address}]`).hostname : host;
}
