import { AsyncLocalStorage } from "node:async_hooks";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import type { Env } from "#lib/ops/env.ts";

/** What the provider said of how somebody signed in there, for the time of one answer of its. */
export const said = new AsyncLocalStorage<{ secondFactor: boolean }>();

/** The council's own identity provider by OpenID Connect, where one is set. Nobody can sign up through it. */
export function identityProvider(env: Env, redirectURI: string) {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID) return [];
  return [
    genericOAuth({
      config: [
        {
          providerId: "council",
          discoveryUrl: `${OIDC_ISSUER.replace(/\/+$/, "")}/.well-known/openid-configuration`,
          clientId: OIDC_CLIENT_ID,
          ...(OIDC_CLIENT_SECRET && { clientSecret: OIDC_CLIENT_SECRET }),
          scopes: ["openid", "email", "profile"],
          redirectURI,
          pkce: true,
          disableSignUp: true,
          requireIdTokenVerification: true,
          mapProfileToUser: (profile) => {
            note(profile["amr"], env);
            return { email: addressIn(profile) };
          },
        },
      ],
    }),
  ];
}

/** RFC 8176 names what may stand in `amr`; "mfa" means that there were several. */
function note(amr: unknown, { OIDC_SECOND_FACTOR }: Env) {
  const store = said.getStore();
  if (store) store.secondFactor = OIDC_SECOND_FACTOR === "always" || (Array.isArray(amr) && amr.includes("mfa"));
}

/**
 * Whose address it is, "" where the provider itself says that it has not been proved. Entra ID leaves `email` out for some
 * accounts; the name they sign in with there is one.
 */
function addressIn(profile: Record<string, unknown>): string {
  if (profile["email_verified"] === false || profile["email_verified"] === "false") return "";
  return String(profile["email"] ?? profile["preferred_username"] ?? "").toLowerCase();
}
