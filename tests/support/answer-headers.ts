/** The head of an answer, and whether anything follows it. */
export interface Head {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  hasBody: boolean;
}

/** Where an answer may differ from a page: on a plain local address, and where other sites may read it. */
interface Where {
  secure?: boolean;
  open?: boolean;
}

const year = 365 * 24 * 60 * 60;

/** What an answer of the site lacks of the fields that protect whoever reads it. Nothing where all is well. */
export function faultsOf({ status, headers, hasBody }: Head, { secure = true, open = false }: Where = {}): string[] {
  const said = (name: string) => [headers[name] ?? ""].flat().join(", ");
  const faults: string[] = [];
  const expect = (name: string, well: RegExp | ((value: string) => boolean)) => {
    if (!(well instanceof RegExp ? well.test(said(name)) : well(said(name)))) faults.push(`${name}: ${said(name)}`);
  };
  expect("content-security-policy", isStrictPolicy);
  expect("x-content-type-options", /^nosniff$/);
  expect("referrer-policy", /^same-origin$/);
  expect("permissions-policy", (value) => /\bcamera=\(\)/.test(value) && /^(?:[a-z-]+=\(\)(?:, |$))+$/.test(value));
  expect("cross-origin-opener-policy", /^same-origin$/);
  expect("cross-origin-embedder-policy", /^require-corp$/);
  expect("cross-origin-resource-policy", open ? /^cross-origin$/ : /^same-origin$/);
  expect("x-frame-options", /^DENY$/);
  expect("x-request-id", /^[0-9a-f-]{36}$/);
  expect("access-control-allow-origin", open ? /^\*$/ : /^$/);
  expect("access-control-allow-credentials", /^$/);
  for (const name of ["server", "x-powered-by", "x-nextjs-cache"]) expect(name, /^$/);
  expect("strict-transport-security", secure ? isLongInsistence : /^$/);
  if (hasBody) expect("content-type", isFullType);
  if (status !== 304) expect("cache-control", /./);
  return [...faults, ...[headers["set-cookie"] ?? []].flat().flatMap((cookie) => cookieFaults(cookie, secure))];
}

/** What a cookie lacks that keeps it to this site, to TLS and from scripts. */
export function cookieFaults(cookie: string, secure: boolean): string[] {
  const [pair = "", ...attributes] = cookie.split(/;\s*/);
  const needs = ["path=/", "httponly", "samesite=lax", ...(secure ? ["secure"] : [])];
  const has = new Set(attributes.map((attribute) => attribute.toLowerCase()));
  const name = pair.slice(0, pair.indexOf("="));
  const faults = needs.filter((need) => !has.has(need)).map((need) => `cookie ${name} lacks ${need}`);
  if (secure && !name.startsWith("__Host-")) faults.push(`cookie ${name} is not bound to this host`);
  if (attributes.some((attribute) => /^domain=/i.test(attribute))) faults.push(`cookie ${name} has a domain`);
  return faults;
}

/** Nothing is loaded unless it is named, nobody frames a page, and what was uploaded does nothing at all. */
function isStrictPolicy(policy: string): boolean {
  if (policy === "default-src 'none'; style-src 'unsafe-inline'; sandbox") return true;
  const directives = new Set(policy.split("; "));
  const needs = ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"];
  return needs.every((need) => directives.has(need)) && !/unsafe-|\*|data:|blob:|https?:/.test(policy);
}

const isLongInsistence = (value: string) => Number(/^max-age=(\d+); includeSubDomains/.exec(value)?.[1] ?? 0) >= year;

/** A type, with its character set where it is text. */
function isFullType(type: string): boolean {
  return /^(?:text\/|[\w.+-]+\/(?:[\w.-]+\+)?xml)/.test(type)
    ? /; charset=utf-8$/i.test(type)
    : /^[\w.+-]+\/[\w.+-]+/.test(type);
}
