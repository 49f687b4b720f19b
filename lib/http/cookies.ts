import { cookies } from "next/headers";
import { readEnv } from "#lib/ops/env.ts";

const days = 24 * 60 * 60;
const env = readEnv();
const secure = env.PUBLIC_URL?.startsWith("https:") ?? false;

/** Browsers bind a `__Host-` cookie to this host and to TLS; on a plain local address there is no TLS to bind to. */
export const draftCookieName = secure ? "__Host-draft" : "draft";

/** The header that lets this browser find its draft again. */
export function draftCookie(token: string): Record<string, string> {
  return {
    "set-cookie": `${draftCookieName}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${env.DRAFT_DELETION_DAYS * days}${secure ? "; Secure" : ""}`,
  };
}

/** The header that makes this browser forget its draft. */
export const forgetDraft = () => ({
  "set-cookie": `${draftCookieName}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure ? "; Secure" : ""}`,
});

/** The token of the draft this browser worked on last, or "". */
export const rememberedDraft = async () => (await cookies()).get(draftCookieName)?.value ?? "";
