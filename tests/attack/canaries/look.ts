import { unzipSync } from "fflate";

/** An answer with everything it says, headers too. */
export interface Seen {
  address: string;
  status: number;
  type: string;
  headers: string;
  text: string;
  cookie: boolean;
  caching: string;
}

/** Asks for an address and reads it whole: the texts within a Word file as well. */
export async function look(site: string, address: string, init: RequestInit = {}): Promise<Seen> {
  const answer = await fetch(site + address, { redirect: "manual", ...init });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const parts = zipped ? Object.values(unzipSync(bytes)) : [bytes];
  return {
    address,
    status: answer.status,
    type: answer.headers.get("content-type") ?? "",
    headers: JSON.stringify([...answer.headers]),
    text: parts.map((part) => new TextDecoder().decode(part)).join("\n"),
    cookie: answer.headers.has("set-cookie"),
    caching: answer.headers.get("cache-control") ?? "",
  };
}

/** Which of some texts an answer, its headers or its address has. */
export function canariesIn({ address, headers, text }: Seen, texts: readonly string[]): string[] {
  const all = `${address}\n${headers}\n${text}`.toLowerCase();
  return texts.filter((one) => all.includes(one.toLowerCase()));
}

const loading =
  /<(?:script|img|source|iframe|video|audio|embed|track)\b[^>]*\bsrc(?:set)?="([^"]+)"|<link\b(?=[^>]*\brel="(?:stylesheet|icon|preload|preconnect|dns-prefetch|modulepreload|manifest|apple-touch-icon)")[^>]*\bhref="([^"]+)"|url\(\s*["']?([^"')]+)/g;

/** The addresses of other hosts that a browser would load from because of an answer. */
export function foreign({ type, text }: Seen, site: string): string[] {
  if (!/html|css/.test(type)) return [];
  return [...text.matchAll(loading)]
    .map(([, ...found]) => found.find(Boolean) ?? "")
    .filter((found) => /^(?:https?:)?\/\//.test(found) && new URL(found, site).origin !== new URL(site).origin);
}

/** The addresses of the same site that an answer names, in whatever form it is. */
export function addressesIn({ address, type, text }: Seen, site: string): string[] {
  const found = /html/.test(type)
    ? [...text.matchAll(/\b(?:href|src|action)="([^"#]+)/g)].map(([, one]) => one ?? "")
    : [...text.matchAll(/https?:\/\/[^\s"'<>,)\\]+|"(\/[^"\s]+)"/g)].map(([whole, path]) => path ?? whole);
  return found.flatMap((one) => {
    const url = URL.parse(one.replaceAll("&amp;", "&"), site + address);
    return url?.origin === new URL(site).origin ? [url.pathname + url.search] : [];
  });
}
