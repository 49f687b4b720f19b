import { sameSitePath } from "#lib/domain/addresses/same-site-path.ts";
import { cookieManner, cookieNames } from "#lib/ops/cookies.ts";
import { paths } from "../paths.ts";

/** Where somebody wanted to go who has to sign in first: a page of the editors', or nowhere in particular. */
export function readNext(text: string | null | undefined): string | null {
  const path = sameSitePath(text ?? "");
  return path !== null && /^\/editor[/?]/.test(path) && path.length <= 500 ? path : null;
}

/** The header lines by which a browser remembers that for as long as signing in may take. */
export const rememberNext = (next: string | null): [string, string][] =>
  next ? [["set-cookie", `${cookieNames.next}=${encodeURIComponent(next)}; ${cookieManner}; Max-Age=1800`]] : [];

/** Where it was, for a request that has the cookie, and otherwise the queue. */
export function nextPage(cookie: string | null): string {
  const line = (cookie ?? "").split("; ").find((one) => one.startsWith(`${cookieNames.next}=`));
  return readNext(decoded(line?.slice(cookieNames.next.length + 1) ?? "")) ?? paths.queue();
}

/** The header lines by which it is forgotten. */
export const forgetNext = (): [string, string][] => [
  ["set-cookie", `${cookieNames.next}=; ${cookieManner}; Max-Age=0`],
];

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
