import { renewLinks } from "#lib/commands/contributors/renew-links.ts";
import { spend } from "#lib/data/limits.ts";
import { findDraft } from "#lib/data/submissions/drafts.ts";
import { draftCookie } from "#lib/http/cookies.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { clientAddress, kilobytesOf, tooMany } from "#lib/http/limits.ts";
import { paths } from "#lib/http/paths.ts";

export async function POST(request: Request, { params }: RouteContext<"/submit/[draft]/renew">) {
  const token = (await params).draft;
  const address = clientAddress(request);
  const saving = await spend("save", { address }, kilobytesOf(request));
  if (!saving.ok) return tooMany(saving.reason);
  const draft = await findDraft(token);
  const revising = await spend("revision", { address, ...(draft && { draft: draft.versionId }) });
  if (!revising.ok) return tooMany(revising.reason);

  const key = fieldOf(await readForm(request), "key");
  const renewed = await renewLinks({ token, purpose: "draft", key });
  if (!renewed.ok) return seeOther(paths.draft(token));
  return seeOther(`${paths.draft(renewed.value)}?renewed`, draftCookie(renewed.value));
}
