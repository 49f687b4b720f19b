import { z } from "zod";
import { startDraft } from "#lib/commands/submissions/start-draft.ts";
import { spend } from "#lib/data/limits.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { listCouncilNames } from "#lib/data/directory/council-names.ts";
import { isTooQuick, suspicionOf } from "#lib/domain/abuse/suspicion.ts";
import { councilMeant, whichCouncil } from "#lib/domain/council-names.ts";
import { misfitsIn, sectionOf } from "#lib/domain/template/progress.ts";
import { current, getTemplate } from "#lib/domain/template/templates.ts";
import { draftCookie } from "#lib/http/cookies.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { clientAddress, kilobytesOf, tooMany } from "#lib/http/limits.ts";
import { paths } from "#lib/http/paths.ts";
import { readStamp } from "#lib/http/stamp.ts";

export async function POST(request: Request) {
  const address = clientAddress(request);
  const saving = await spend("save", { address }, kilobytesOf(request));
  if (!saving.ok) return tooMany(saving.reason);

  const form = await readForm(request);
  const typed = {
    title: fieldOf(form, "title"),
    council: fieldOf(form, "council"),
    key: fieldOf(form, "key"),
    stamp: fieldOf(form, "stamp"),
    subject: fieldOf(form, "subject"),
  };
  const councils = await listCouncilNames();
  const council = councilMeant(typed.council, councils);
  const filling = { trap: typed.subject, shownAt: readStamp(typed.key, typed.stamp), sentAt: new Date() };
  const errors = {
    ...(!typed.title && { title: "Enter a title" }),
    ...titleMisfit(typed.title),
    ...(!typed.council && { council: "Enter the lead council" }),
    ...(typed.council && !council && { council: whichCouncil(typed.council, councils) }),
    ...(isTooQuick(filling) && { start: "That was quicker than a person types. Press Start again." }),
  };
  if (Object.keys(errors).length) {
    return seeOther(`${paths.startDraft}?attempt=${await keepAttempt(paths.startDraft, { typed, errors })}`);
  }
  const starting = await spend("start", { address });
  if (!starting.ok) return tooMany(starting.reason);

  const key = z.uuid().safeParse(typed.key).data;
  const suspicion = suspicionOf(filling);
  const started = await startDraft({ answers: { title: typed.title, council }, suspicion, ...(key && { key }) });
  if (!started.ok) return seeOther(paths.startDraft);
  const { token } = started.value;
  return seeOther(paths.draftEmail(token), draftCookie(token));
}

/** The template says how long a title may be, here as on the page where it is changed. */
function titleMisfit(title: string): { title?: string } {
  const section = sectionOf(getTemplate(current.caseStudy), "title");
  const [misfit] = section ? misfitsIn(section, { title }) : [];
  return misfit ? { title: misfit.message } : {};
}
