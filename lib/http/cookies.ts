import { cookies } from "next/headers";
import { cookieManner, cookieNames } from "#lib/ops/cookies.ts";
import { readEnv } from "#lib/ops/env.ts";

const days = 24 * 60 * 60;

/** The cookies by name, for the page that lists them. */
export { cookieNames } from "#lib/ops/cookies.ts";

/** The header that lets this browser find its draft again. */
export function draftCookie(token: string): Record<string, string> {
  const lives = readEnv().DRAFT_DELETION_DAYS * days;
  return { "set-cookie": `${cookieNames.draft}=${token}; ${cookieManner}; Max-Age=${lives}` };
}

/** The header that makes this browser forget its draft. */
export const forgetDraft = () => ({ "set-cookie": `${cookieNames.draft}=; ${cookieManner}; Max-Age=0` });

const named = new RegExp(`(?:^|; )${cookieNames.draft}=([\\w-]+)`);

/** The token of the draft that a request's browser worked on last, or "". */
export const draftNamedBy = ({ headers }: Request): string => named.exec(headers.get("cookie") ?? "")?.[1] ?? "";

/** The same in a page. */
export const rememberedDraft = async () => (await cookies()).get(cookieNames.draft)?.value ?? "";
