import { requireEditor } from "#lib/auth/guards.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { refusalWords } from "#lib/domain/workflow/desk-words.ts";
import { readDecision } from "#lib/http/forms/decision.ts";
import { readForm, seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

export async function POST(request: Request, { params }: RouteContext<"/editor/review/[id]/decide">) {
  const editor = await requireEditor();
  const { id } = await params;
  const decision = readDecision(await readForm(request), new Date());
  if (!decision) return seeOther(paths.review(id));

  const { move, basedOn, reason, details, typed, errors, preview } = decision;
  const address = paths.reviewMove(id, move);
  const again = async (errors: Record<string, string>) =>
    seeOther(`${address}?attempt=${await keepAttempt(address, { typed, errors })}`);
  // A letter about a day that cannot be is none to look at; a reason may still be missing.
  if (preview) return again(errors["day"] ? { day: errors["day"] } : {});
  if (Object.keys(errors).length) return again(errors);

  const moved = await moveVersion({ id, basedOn, move, actor: editor, reason, details });
  if (moved.ok) return seeOther(`${paths.review(id)}?done=${move}`);
  return again({ [fieldFor[moved.reason] ?? "moved"]: refusalWords[moved.reason] });
}

/** The field that a refusal is about, where it is about one. */
const fieldFor: Readonly<Record<string, string>> = { "reason-missing": "reason", "redirect-elsewhere": "redirectTo" };
