import { createHmac } from "node:crypto";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { twoFactor } from "better-auth/plugins/two-factor";
import { db } from "#lib/data/db.ts";
import { cookieNames, overTlsAlone } from "#lib/ops/cookies.ts";
import { readEnv } from "#lib/ops/env.ts";
import { createLog } from "#lib/ops/log.ts";
import { readSecret } from "#lib/ops/secret.ts";
import { identityProvider } from "./identity-provider.ts";
import { sessionStart } from "./session-start.ts";
import { ownAddress } from "./own-address.ts";

const hour = 60 * 60;
/** For how long nobody may do anything in a session. */
const idleSeconds = 12 * hour;

/** The authentication library, which keeps sessions and second factors. Its own routes are mounted nowhere. */
export const library = () => (made ??= make());

let made: ReturnType<typeof make> | undefined;

function make() {
  const env = readEnv();
  const address = ownAddress(env);
  return betterAuth({
    appName: "Casebook",
    baseURL: address,
    basePath: "/sign-in/provider",
    secret: createHmac("sha256", readSecret()).update("sessions").digest("base64url"),
    database: prismaAdapter(db, { provider: "postgresql" }),
    telemetry: { enabled: false },
    logger: { level: "error", log: (_level, message) => createLog().error({ by: "better-auth" }, "%s", message) },
    // Our own limits count before anything gets here.
    rateLimit: { enabled: false },
    user: { modelName: "person", fields: { emailVerified: "emailProvedAt" } },
    session: {
      expiresIn: idleSeconds,
      updateAge: 5 * 60,
      additionalFields: { secondFactorAt: { type: "date", required: false, input: false } },
    },
    account: {
      // Whoever asks for it vouches for the address: the provider is the council's own, and nobody signs up here.
      accountLinking: { trustedProviders: ["council"], requireLocalEmailVerified: false },
      updateAccountOnSignIn: false,
      storeStateStrategy: "database",
    },
    databaseHooks: {
      // Its Boolean is our date: it says the same, and when.
      user: { update: { before: async (data) => ({ data: withDate(data) }) } },
      account: { create: { before: async (data) => ({ data: withoutTokens(data) }) } },
    },
    advanced: {
      database: { generateId: "uuid" },
      ipAddress: { disableIpTracking: true },
      useSecureCookies: false,
      cookiePrefix: cookieNames.signIn,
      cookies: { session_token: { name: cookieNames.session } },
      defaultCookieAttributes: { secure: overTlsAlone, httpOnly: true, sameSite: "lax", path: "/" },
    },
    plugins: [
      sessionStart,
      twoFactor({ issuer: "Casebook", allowPasswordless: true }),
      ...identityProvider(env, `${address}/sign-in/provider/callback`),
    ],
  });
}

function withDate<Data extends { emailVerified?: unknown }>({ emailVerified, ...data }: Data) {
  return { ...data, ...(emailVerified === true && { emailVerified: new Date() }) } as unknown as Data;
}

/** Nothing is asked of the provider after signing in, so nothing that opens it is kept. */
function withoutTokens<Data extends object>(data: Data): Data {
  return { ...data, accessToken: null, refreshToken: null, idToken: null, scope: null };
}
