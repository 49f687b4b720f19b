import { sendConfirmationAgain } from "#lib/commands/submissions/send-confirmation-again.ts";
import { spend } from "#lib/data/limits.ts";
import { findTracked } from "#lib/data/submissions/tracking.ts";
import { seeOther } from "#lib/http/form.ts";
import { clientAddress, tooMany } from "#lib/http/limits.ts";
import { paths } from "#lib/http/paths.ts";

export async function POST(request: Request, { params }: RouteContext<"/track/[token]/send-again">) {
  const token = (await params).token;
  const tracked = await findTracked(token);
  if (!tracked) return seeOther(paths.track(token));
  const asking = await spend("letter", { address: clientAddress(request), email: tracked.authorEmail });
  if (!asking.ok) return tooMany(asking.reason);
  const again = await sendConfirmationAgain({ versionId: tracked.versionId });
  return seeOther(again.ok ? `${paths.track(token)}?sent` : paths.track(token));
}
