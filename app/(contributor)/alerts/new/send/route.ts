import { askForAlert } from "#lib/commands/alerts/ask-for-alert.ts";
import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { spend } from "#lib/data/limits.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { readFrequency } from "#lib/domain/alerts/frequencies.ts";
import { longestQuery } from "#lib/domain/alerts/limits.ts";
import { filtersOf, readFilters } from "#lib/domain/alerts/query.ts";
import { clientAddress, kilobytesOf, tooMany } from "#lib/http/limits.ts";
import { readEmail } from "#lib/http/forms/read-email.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

export async function POST(request: Request) {
  const address = clientAddress(request);
  const saving = await spend("save", { address }, kilobytesOf(request));
  if (!saving.ok) return tooMany(saving.reason);

  const form = await readForm(request);
  const { query, lost } = readFilters(fieldOf(form, "query"), await getCatalogue());
  const page = paths.newAlert(query);
  if (filtersOf(query).length > longestQuery) return seeOther(paths.newAlert({ ...query, q: "" }));
  const typed = {
    email: fieldOf(form, "email"),
    frequency: fieldOf(form, "frequency"),
    website: fieldOf(form, "website"),
  };
  const email = readEmail(typed.email, "e-mail address");
  const frequency = readFrequency(typed.frequency);
  if (!email.ok || !frequency || lost.length) {
    const errors = {
      ...(lost.length && { matches: "A filter you chose is no longer there. Check what the alert matches now" }),
      ...(!email.ok && { email: email.reason }),
      ...(!frequency && { frequency: "Choose how often" }),
    };
    const attempt = await keepAttempt(page, { typed, errors });
    return seeOther(`${page}${page.includes("?") ? "&" : "?"}attempt=${attempt}`);
  }
  const asking = await spend("alert", { address, email: email.value });
  if (!asking.ok) return tooMany(asking.reason);

  // A program that fills in everything it finds is told the same, and no letter goes to whomever it named.
  if (!typed.website) await askForAlert({ query, email: email.value, frequency });
  return seeOther(paths.alertAsked);
}
