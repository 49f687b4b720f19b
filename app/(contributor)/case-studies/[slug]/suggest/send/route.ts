import { z } from "zod";
import { suggestChange } from "#lib/commands/submissions/suggest-change.ts";
import { spend } from "#lib/data/limits.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { isTooQuick } from "#lib/domain/abuse/suspicion.ts";
import { longestSuggestion } from "#lib/domain/suggestion.ts";
import { charactersOrFewer, lengthOf } from "#lib/domain/template/text.ts";
import { clientAddress, kilobytesOf, tooMany } from "#lib/http/limits.ts";
import { readEmail } from "#lib/http/forms/read-email.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";
import { readStamp } from "#lib/http/stamp.ts";

export async function POST(request: Request, { params }: RouteContext<"/case-studies/[slug]/suggest/send">) {
  const { slug } = await params;
  const client = clientAddress(request);
  const saving = await spend("save", { address: client }, kilobytesOf(request));
  if (!saving.ok) return tooMany(saving.reason);

  const form = await readForm(request);
  const typed = {
    text: fieldOf(form, "text"),
    email: fieldOf(form, "email"),
    key: fieldOf(form, "key"),
    stamp: fieldOf(form, "stamp"),
    subject: fieldOf(form, "subject"),
  };
  const filling = { trap: typed.subject, shownAt: readStamp(typed.key, typed.stamp), sentAt: new Date() };
  const email = readEmail(typed.email, "e-mail address");
  const errors = {
    ...(!typed.text && { text: "Enter what should change" }),
    ...(lengthOf(typed.text) > longestSuggestion && {
      text: `Use ${charactersOrFewer(longestSuggestion)}`,
    }),
    ...(!email.ok && { email: email.reason }),
    ...(isTooQuick(filling) && { send: "That was quicker than a person types. Press Send to the editors again." }),
  };
  const address = paths.suggest(slug);
  if (!email.ok || Object.keys(errors).length)
    return seeOther(`${address}?attempt=${await keepAttempt(address, { typed, errors })}`);
  const suggesting = await spend("suggest", { address: client });
  if (!suggesting.ok) return tooMany(suggesting.reason);

  const key = z.uuid().safeParse(typed.key).data;
  const suggestion = { slug, text: typed.text, email: email.value, announced: !filling.trap };
  const kept = await suggestChange({ ...suggestion, ...(key && { key }) });
  if (kept.ok) return seeOther(`${address}?sent`);
  return seeOther(`${address}?attempt=${await keepAttempt(address, { typed, errors: { send: kept.reason } })}`);
}
