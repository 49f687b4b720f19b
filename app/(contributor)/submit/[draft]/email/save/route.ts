import { nameAuthor } from "#lib/commands/submissions/name-author.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { findDraft } from "#lib/data/submissions/drafts.ts";
import { readEmail } from "#lib/http/read-email.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

export async function POST(request: Request, { params }: RouteContext<"/submit/[draft]/email/save">) {
  const token = (await params).draft;
  const draft = await findDraft(token);
  if (!draft) return seeOther(paths.draft(token));

  const typed = fieldOf(await readForm(request), "email");
  const email = readEmail(typed);
  if (!email.ok) {
    const address = paths.draftEmail(token);
    const attempt = { typed: { email: typed }, errors: { email: email.reason } };
    return seeOther(`${address}?attempt=${await keepAttempt(address, attempt)}`);
  }
  const actor = { kind: "holder", versionId: draft.versionId } as const;
  await nameAuthor({ versionId: draft.versionId, email: email.value, actor });
  return seeOther(paths.draft(token));
}
