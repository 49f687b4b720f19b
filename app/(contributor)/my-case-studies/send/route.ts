import { askForOwnList } from "#lib/commands/people/ask-for-own-list.ts";
import { spend } from "#lib/data/limits.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { clientAddress, kilobytesOf, tooMany } from "#lib/http/limits.ts";
import { readEmail } from "#lib/http/forms/read-email.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { inTheSameTime } from "#lib/http/sign-in/same-time.ts";
import { paths } from "#lib/http/paths.ts";

export async function POST(request: Request) {
  const address = clientAddress(request);
  const saving = await spend("save", { address }, kilobytesOf(request));
  if (!saving.ok) return tooMany(saving.reason);

  const typed = fieldOf(await readForm(request), "email");
  const email = readEmail(typed);
  if (!email.ok) {
    const attempt = { typed: { email: typed }, errors: { email: email.reason } };
    return seeOther(`${paths.askForMyCaseStudies}?attempt=${await keepAttempt(paths.askForMyCaseStudies, attempt)}`);
  }
  const asking = await spend("letter", { address });
  if (!asking.ok) return tooMany(asking.reason);

  await inTheSameTime(() => askForOwnList({ email: email.value }));
  return seeOther(`${paths.askForMyCaseStudies}?sent`);
}
