import { confirmEmail } from "#lib/commands/submissions/confirm-email.ts";
import { findConfirmation } from "#lib/data/submissions/tracking.ts";
import { seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

export async function POST(_request: Request, { params }: RouteContext<"/submit/confirm/[token]/spend">) {
  const token = (await params).token;
  const confirmed = await confirmEmail({ token });
  const found = confirmed.ok ? await findConfirmation(token) : null;
  return seeOther(found ? paths.track(found.trackToken) : paths.confirmEmail(token));
}
