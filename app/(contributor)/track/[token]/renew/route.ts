import { renewLinks } from "#lib/commands/contributors/renew-links.ts";
import { seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

export async function POST(_request: Request, { params }: RouteContext<"/track/[token]/renew">) {
  const token = (await params).token;
  const renewed = await renewLinks({ token, purpose: "track" });
  return seeOther(renewed.ok ? `${paths.track(renewed.value)}?renewed` : paths.track(token));
}
