import { sameSitePath } from "#lib/domain/addresses/same-site-path.ts";
import { readEnv } from "#lib/ops/env.ts";
import { paths } from "../paths.ts";

const secure = readEnv().PUBLIC_URL?.startsWith("https:") ?? false;
const name = secure ? "__Host-next" : "next";
const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;

/** Where somebody wanted to go who has to sign in first: a page of the editors', or nowhere in particular. */
export function readNext(text: string | null | undefined): string | null {
  const path = sameSitePath(text ?? "");
  return path !== null && /^\/editor[/?]/.test(path) && path.length <= 500 ? path : null;
}

/** The header lines by which a browser remembers that for as long as signing in may take. */
export const rememberNext = (next: string | null): [string, string][] =>
  next ? [["set-cookie", `${name}=${encodeURIComponent(next)}; ${attributes}; Max-Age=1800`]] : [];

/** Where it was, for a request that has the cookie, and otherwise the queue. */
export function nextPage(cookie: string | null): string {
  const line = (cookie ?? "").split("; ").find((one) => one.startsWith(`${name}=`));
  return readNext(decoded(line?.slice(name.length + 1) ?? "")) ?? paths.queue();
}

/** The header lines by which it is forgotten. */
export const forgetNext = (): [string, string][] => [["set-cookie", `${name}=; ${attributes}; Max-Age=0`]];

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
