import { readEnv } from "./env.ts";

const secure = readEnv().PUBLIC_URL?.startsWith("https:") ?? false;
// Browsers bind a `__Host-` cookie to this host and to TLS; on a plain local address there is no TLS to bind to.
const prefix = secure ? "__Host-" : "";

/** Every cookie there is. Those of the authentication library begin with `signIn`. */
export const cookieNames = {
  draft: `${prefix}draft`,
  session: `${prefix}session`,
  next: `${prefix}next`,
  signIn: `${prefix}sign-in`,
} as const;

/** What every cookie says of itself besides how long it lives. */
export const cookieManner = `Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;

/** Whether cookies go over TLS alone. */
export const overTlsAlone = secure;
