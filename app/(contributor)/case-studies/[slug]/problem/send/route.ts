import { z } from "zod";
import { reportProblem } from "#lib/commands/submissions/report-problem.ts";
import { spend } from "#lib/data/limits.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { isTooQuick } from "#lib/domain/abuse/suspicion.ts";
import { ok } from "#lib/domain/result.ts";
import { endOfWorkingDay } from "#lib/domain/calendar/working-days.ts";
import { shownAt } from "#lib/domain/london-time.ts";
import { longestSuggestion, readProblem, workingDaysToLook } from "#lib/domain/suggestion.ts";
import { charactersOrFewer, lengthOf } from "#lib/domain/template/text.ts";
import { clientAddress, kilobytesOf, tooMany } from "#lib/http/limits.ts";
import { readEmail } from "#lib/http/forms/read-email.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";
import { readStamp } from "#lib/http/stamp.ts";

export async function POST(request: Request, { params }: RouteContext<"/case-studies/[slug]/problem/send">) {
  const { slug } = await params;
  const client = clientAddress(request);
  const saving = await spend("save", { address: client }, kilobytesOf(request));
  if (!saving.ok) return tooMany(saving.reason);

  const form = await readForm(request);
  const typed = {
    kind: fieldOf(form, "kind"),
    text: fieldOf(form, "text"),
    email: fieldOf(form, "email"),
    key: fieldOf(form, "key"),
    stamp: fieldOf(form, "stamp"),
    subject: fieldOf(form, "subject"),
  };
  const filling = { trap: typed.subject, shownAt: readStamp(typed.key, typed.stamp), sentAt: new Date() };
  const kind = readProblem(typed.kind);
  const email = typed.email ? readEmail(typed.email, "e-mail address") : ok(null);
  const errors = {
    ...(!kind && { kind: "Choose what kind of problem it is" }),
    ...(!typed.text && { text: "Enter what is wrong" }),
    ...(lengthOf(typed.text) > longestSuggestion && {
      text: `Use ${charactersOrFewer(longestSuggestion)}`,
    }),
    ...(!email.ok && { email: email.reason }),
    ...(isTooQuick(filling) && { send: "That was quicker than a person types. Press Send to the editors again." }),
  };
  const address = paths.problem(slug);
  if (!kind || !email.ok || Object.keys(errors).length)
    return seeOther(`${address}?attempt=${await keepAttempt(address, { typed, errors })}`);
  const reporting = await spend("report", { address: client });
  if (!reporting.ok) return tooMany(reporting.reason);

  const key = z.uuid().safeParse(typed.key).data;
  const problem = { slug, kind, text: typed.text, email: email.value, announced: !filling.trap };
  const kept = await reportProblem({ ...problem, ...(key && { key }) });
  const [by] = shownAt(endOfWorkingDay(new Date(), workingDaysToLook));
  if (kept.ok) return seeOther(`${address}?sent=${email.value ? "answer" : "silence"}&by=${by}`);
  return seeOther(`${address}?attempt=${await keepAttempt(address, { typed, errors: { send: kept.reason } })}`);
}
