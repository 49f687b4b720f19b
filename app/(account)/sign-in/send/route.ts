import { askToSignIn } from "#lib/commands/people/ask-to-sign-in.ts";
import { spend } from "#lib/data/limits.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { clientAddress, kilobytesOf, tooMany } from "#lib/http/limits.ts";
import { readNext, rememberNext } from "#lib/http/sign-in/next-page.ts";
import { inTheSameTime } from "#lib/http/sign-in/same-time.ts";
import { paths } from "#lib/http/paths.ts";
import { readEmail } from "#lib/http/forms/read-email.ts";

export async function POST(request: Request) {
  const address = clientAddress(request);
  const saving = await spend("save", { address }, kilobytesOf(request));
  if (!saving.ok) return tooMany(saving.reason);
  const form = await readForm(request);
  const typed = fieldOf(form, "email");
  const next = readNext(fieldOf(form, "next"));
  const email = readEmail(typed);
  if (!email.ok) {
    const attempt = await keepAttempt(paths.signIn, { typed: { email: typed }, errors: { email: email.reason } });
    return seeOther(`${paths.signIn}?attempt=${attempt}${next ? `&next=${encodeURIComponent(next)}` : ""}`);
  }
  const asking = await spend("letter", { address });
  if (!asking.ok) return tooMany(asking.reason);

  await inTheSameTime(() => askToSignIn({ email: email.value, address }));
  return seeOther(`${paths.signIn}?sent`, rememberNext(next));
}
