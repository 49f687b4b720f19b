import { readSecondFactor, showSecondFactor } from "#lib/auth/second-factor.ts";
import { findVisitor } from "#lib/auth/visitor.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { tooMany } from "#lib/http/limits.ts";
import { forgetNext, nextPage } from "#lib/http/sign-in/next-page.ts";
import { paths } from "#lib/http/paths.ts";

export async function POST(request: Request) {
  const visitor = await findVisitor();
  if (!visitor) return seeOther(paths.signIn);
  const code = fieldOf(await readForm(request), "code");
  const isFirst = (await readSecondFactor(visitor)).stands === "begun";
  const shown = await showSecondFactor(visitor, code);
  if (shown.ok && isFirst) return seeOther(paths.recoveryCodes, shown.value);
  if (shown.ok) return seeOther(nextPage(request.headers.get("cookie")), [...shown.value, ...forgetNext()]);
  if (shown.reason !== "wrong-code") return tooMany(shown.reason);

  const error = code ? "That code does not work. Enter the one the app shows now" : "Enter the code";
  // What was typed is not kept: it may be a code that still works.
  const attempt = await keepAttempt(paths.secondFactor, { typed: {}, errors: { code: error } });
  return seeOther(`${paths.secondFactor}?attempt=${attempt}`);
}
