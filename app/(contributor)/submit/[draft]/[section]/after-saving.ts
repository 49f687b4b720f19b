import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { findDraft } from "#lib/data/submissions/drafts.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { unknownCouncilsIn } from "#lib/domain/template/council-answers.ts";
import type { Values } from "#lib/domain/template/fields.ts";
import { misfitsIn, sectionAfter, unreachableIn } from "#lib/domain/template/progress.ts";
import type { Section, Template } from "#lib/domain/template/questions.ts";
import { isWithAuthor } from "#lib/domain/workflow/states.ts";
import { draftCookie, draftNamedBy } from "#lib/http/cookies.ts";
import { fieldOf, seeOther } from "#lib/http/form.ts";
import { placeOfMoved } from "#lib/http/forms/moved-file.ts";
import { paths } from "#lib/http/paths.ts";

interface Saved {
  token: string;
  template: Template;
  section: Section;
  councils: Parameters<typeof unknownCouncilsIn>[2];
  contact: { email: string; phone: string };
}

/** Where whoever has saved a section goes next, by the button they pressed. */
export function placeAfter(
  { token, template, section, councils, contact }: Saved,
  answers: Answers,
  asked: string,
  form: Values,
): string {
  const address = paths.draftSection(token, section.key);
  const formatted = section.questions.find(({ kind }) => kind === "markdown");
  const stay = (place: string) => onTheWay(place, form);
  if (asked === "preview" && formatted) return stay(`${address}?preview#${formatted.key}-preview`);
  if (asked === "leave") return paths.draft(token);
  // A part of the page in its address would take the focus from what is wrong.
  const unreached = contact.email ? unreachableIn(section, contact) : [];
  if ([...misfitsIn(section, answers), ...unknownCouncilsIn(section, answers, councils), ...unreached].length)
    return stay(address);
  if (asked !== "continue") return stay(placeOfMoved(address, section, asked) ?? `${address}#main`);
  if (fieldOf(form, "from") === "check") return paths.draftCheck(token);
  const next = sectionAfter(template, section);
  return next ? paths.draftSection(token, next.key) : paths.draft(token);
}

/** A place on the same page, with the way back to the check for whoever came from there. */
export function onTheWay(place: string, form: Values): string {
  if (fieldOf(form, "from") !== "check") return place;
  const [address = "", fragment] = place.split("#");
  const way = `${address}${address.includes("?") ? "&" : "?"}from=check`;
  return fragment === undefined ? way : `${way}#${fragment}`;
}

/**
 * The header that lets this browser find a draft again that was opened by the link in a letter. One that it finds already and that can
 * still be written on stays: its link may be nowhere else.
 */
export async function rememberIn(request: Request, token: string): Promise<Record<string, string>> {
  const other = draftNamedBy(request);
  const found = other && other !== token ? await findDraft(other) : null;
  return found && isWithAuthor(found.state) ? {} : draftCookie(token);
}

/** There is nowhere to save it, but what was typed can be copied from the page it leads to. */
export async function giveBack(address: string, typed: Record<string, string>) {
  return seeOther(`${address}?attempt=${await keepAttempt(address, { typed, errors: { saved: "gone" } })}`);
}
