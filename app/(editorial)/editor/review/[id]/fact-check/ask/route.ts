import { requireEditor } from "#lib/auth/guards.ts";
import { askFactCheck } from "#lib/commands/review/ask-fact-check.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";
import { readEmail } from "#lib/http/forms/read-email.ts";

const words: Record<string, string> = {
  stale: "The text was changed meanwhile. Read it as it is now, then ask.",
  "not-allowed": "Facts can be checked while it is in review or accepted",
};

/** Asks somebody outside to check the facts. What was refused comes back to the desk, with what was typed. */
export async function POST(request: Request, { params }: RouteContext<"/editor/review/[id]/fact-check/ask">) {
  const editor = await requireEditor();
  const { id: versionId } = await params;
  const form = await readForm(request);
  const typed = {
    "checker-name": fieldOf(form, "checker-name"),
    "checker-email": fieldOf(form, "checker-email"),
    "checker-note": fieldOf(form, "checker-note"),
  };
  const { "checker-name": name, "checker-email": address, "checker-note": note } = typed;
  const email = readEmail(address);
  const errors = {
    ...(!name && { "checker-name": "Enter the name of whoever knows the facts" }),
    ...(!email.ok && { "checker-email": address ? email.reason : "Enter their e-mail address" }),
  };
  const back = async (said: Record<string, string>) => {
    const attempt = await keepAttempt(paths.reviewFactChecks(versionId), { typed, errors: said });
    // Without a place in it, so that the browser goes to what is wrong.
    return seeOther(`${paths.review(versionId)}?fact-check=${attempt}`);
  };
  if (!name || !email.ok) return back(errors);

  const basedOn = Number(fieldOf(form, "basedOn"));
  const asked = await askFactCheck({ versionId, basedOn, name, email: email.value, note, actor: editor });
  if (!asked.ok) return back({ "ask-fact-check": words[asked.reason] ?? "It could not be asked" });
  return seeOther(`${paths.review(versionId)}?fact-check-asked=${asked.value.id}#fact-check`);
}
