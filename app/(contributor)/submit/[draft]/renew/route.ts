import { renewLinks } from "#lib/commands/contributors/renew-links.ts";
import { draftCookie } from "#lib/http/cookies.ts";
import { seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

export async function POST(_request: Request, { params }: RouteContext<"/submit/[draft]/renew">) {
  const token = (await params).draft;
  const renewed = await renewLinks({ token, purpose: "draft" });
  if (!renewed.ok) return seeOther(paths.draft(token));
  return seeOther(`${paths.draft(renewed.value)}?renewed`, draftCookie(renewed.value));
}
