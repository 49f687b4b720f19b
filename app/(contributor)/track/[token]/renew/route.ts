import { renewLinks } from "#lib/commands/contributors/renew-links.ts";
import { spend } from "#lib/data/limits.ts";
import { findTracked } from "#lib/data/submissions/tracking.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { clientAddress, kilobytesOf, tooMany } from "#lib/http/limits.ts";
import { paths } from "#lib/http/paths.ts";

export async function POST(request: Request, { params }: RouteContext<"/track/[token]/renew">) {
  const token = (await params).token;
  const address = clientAddress(request);
  const saving = await spend("save", { address }, kilobytesOf(request));
  if (!saving.ok) return tooMany(saving.reason);
  const tracked = await findTracked(token);
  const revising = await spend("revision", { address, ...(tracked && { draft: tracked.versionId }) });
  if (!revising.ok) return tooMany(revising.reason);

  const key = fieldOf(await readForm(request), "key");
  const renewed = await renewLinks({ token, purpose: "track", key });
  return seeOther(renewed.ok ? `${paths.track(renewed.value)}?renewed` : paths.track(token));
}
