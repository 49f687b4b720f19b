import { endHalfSessions } from "#lib/data/people/sessions.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { createEventLog } from "#lib/ops/log.ts";
import { readEnv } from "#lib/ops/env.ts";
import { said } from "./identity-provider.ts";
import { library } from "./library.ts";
import { cookiesIn, startSession, type Cookies } from "./sessions.ts";
import { cookieAlone } from "./visitor.ts";

/** Whether people can sign in with their council's identity provider. */
export const hasProvider = (): boolean => Boolean(readEnv().OIDC_ISSUER && readEnv().OIDC_CLIENT_ID);

/** Where the provider asks who somebody is, and what their browser has to keep until they come back. */
export async function leadToProvider(): Promise<{ url: string; cookies: Cookies }> {
  const { headers, response } = await library().api.signInSocial({
    body: { provider: "council", callbackURL: "/", errorCallbackURL: "/sign-in?refused", disableRedirect: true },
    headers: await cookieAlone(),
    returnHeaders: true,
  });
  if (!response.url) throw new Error("The identity provider has no address to sign in at");
  return { url: response.url, cookies: cookiesIn(headers) };
}

/** Signs in whoever comes back from the provider, if we know them. Nobody becomes known that way. */
export async function returnFromProvider(
  query: Record<string, string>,
  now = new Date(),
): Promise<Result<{ cookies: Cookies; complete: boolean }, "not-known">> {
  const told = { secondFactor: false };
  const answer = await said.run(told, async () =>
    library().api.callbackOAuth({
      ...{ params: { id: "council" }, query, headers: await cookieAlone(), asResponse: true, method: "GET" as const },
    }),
  );
  const signedIn = await library().api.getSession({ headers: withCookiesOf(answer) });
  if (!signedIn) {
    createEventLog().warn("somebody came back from the identity provider whom we do not know");
    return refuse("not-known");
  }
  await endHalfSessions(signedIn.user.id);
  const cookies = await startSession({ personId: signedIn.user.id, secondFactorAt: told.secondFactor ? now : null });
  return ok({ cookies, complete: told.secondFactor });
}

/** The cookies that an answer sets, as the next request of the same browser would send them. */
function withCookiesOf(answer: Response): Headers {
  const pairs = answer.headers.getSetCookie().map((line) => line.split(";", 1)[0] ?? "");
  return new Headers({ cookie: pairs.join("; ") });
}
