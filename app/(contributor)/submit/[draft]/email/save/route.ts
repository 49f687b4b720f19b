import { nameAuthor } from "#lib/commands/submissions/name-author.ts";
import { draftCookie } from "#lib/http/cookies.ts";
import { spend } from "#lib/data/limits.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { findDraft } from "#lib/data/submissions/drafts.ts";
import { isWithAuthor } from "#lib/domain/workflow/states.ts";
import { readEmail } from "#lib/http/forms/read-email.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { clientAddress, kilobytesOf, tooMany } from "#lib/http/limits.ts";
import { paths } from "#lib/http/paths.ts";

export async function POST(request: Request, { params }: RouteContext<"/submit/[draft]/email/save">) {
  const token = (await params).draft;
  const draft = await findDraft(token);
  if (!draft) return seeOther(paths.draft(token));

  const client = clientAddress(request);
  const saving = await spend("save", { address: client }, kilobytesOf(request));
  if (!saving.ok) return tooMany(saving.reason);

  const typed = fieldOf(await readForm(request), "email");
  const email = readEmail(typed);
  if (!email.ok) {
    const address = paths.draftEmail(token);
    const attempt = { typed: { email: typed }, errors: { email: email.reason } };
    return seeOther(`${address}?attempt=${await keepAttempt(address, attempt)}`);
  }
  const asking = await spend("letter", {
    address: client,
    email: isWithAuthor(draft.state) ? email.value : null,
  });
  if (!asking.ok) return tooMany(asking.reason);

  const actor = { kind: "holder", versionId: draft.versionId } as const;
  const named = await nameAuthor({ versionId: draft.versionId, email: email.value, actor });
  if (!named.ok) return seeOther(paths.draft(token));
  const moved = named.value.token;
  return seeOther(`${paths.draft(moved ?? token)}?mailed`, moved ? draftCookie(moved) : {});
}
