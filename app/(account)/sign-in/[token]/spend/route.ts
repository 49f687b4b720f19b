import { startSession } from "#lib/auth/sessions.ts";
import { spendSignInLink } from "#lib/commands/people/spend-sign-in-link.ts";
import { seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

export async function POST(_request: Request, { params }: RouteContext<"/sign-in/[token]/spend">) {
  const { token } = await params;
  const spent = await spendSignInLink({ token });
  if (!spent.ok) return seeOther(paths.signInLink(token));
  return seeOther(paths.secondFactor, await startSession({ ...spent.value, secondFactorAt: null }));
}
