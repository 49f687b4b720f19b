import type { HeaderLines, Refusal, Rules } from "#lib/gate/guards/asked.ts";

type Site = Pick<Rules, "hosts" | "publicUrl">;

/** The one `Host` of a request in lower case, port included; null when there is none, several, or it is no host. */
export function hostOf(headers: HeaderLines): string | null {
  const [host, ...others] = headers.host ?? [];
  if (host === undefined || others.length > 0) return null;
  if (!/^(?:\[[0-9a-f:.]{2,45}\]|[a-z0-9][a-z0-9.-]{0,252})(?::\d{1,5})?$/i.test(host)) return null;
  return URL.canParse(`http://${host}`) ? host.toLowerCase() : null;
}

/** Refuses a request for no host, for several, or for a host that is not ours. */
export function refuseHost(headers: HeaderLines, site: Site): Refusal | null {
  const host = hostOf(headers);
  if (host === null) return { status: 400, because: "host" };
  return isOurs(withoutPort(host), site) ? null : { status: 421, because: "not our host" };
}

function isOurs(name: string, { hosts, publicUrl }: Site): boolean {
  if (publicUrl !== undefined && new URL(publicUrl).hostname === name) return true;
  if (hosts.length > 0) return hosts.includes(name);
  return publicUrl === undefined && isLoopback(name);
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, "");
}

/** Whether a host name without port can only mean this machine. */
export function isLoopback(name: string): boolean {
  return name === "[::1]" || /^(?:.+\.)?localhost$/.test(name) || /^127(?:\.\d{1,3}){3}$/.test(name);
}
