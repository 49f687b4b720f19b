import { saveSection } from "#lib/commands/submissions/save-section.ts";
import { spend } from "#lib/data/limits.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { listCouncilNames } from "#lib/data/directory/councils.ts";
import { findDraft } from "#lib/data/submissions/drafts.ts";
import { unknownCouncilsIn } from "#lib/domain/template/council-answers.ts";
import { misfitsIn, sectionAfter } from "#lib/domain/template/progress.ts";
import { isWithAuthor } from "#lib/domain/workflow/states.ts";
import { fieldOf, readForm, readTyped, seeOther } from "#lib/http/form.ts";
import { clientAddress, kilobytesOf, tooMany } from "#lib/http/limits.ts";
import { paths } from "#lib/http/paths.ts";
import { readSection } from "#lib/http/forms/section-form.ts";

export async function POST(request: Request, { params }: RouteContext<"/submit/[draft]/[section]/save">) {
  const { draft: token, section: key } = await params;
  const client = clientAddress(request);
  const saving = await spend("save", { address: client }, kilobytesOf(request));
  if (!saving.ok) return tooMany(saving.reason);

  const draft = await findDraft(token);
  const section = draft?.template.sections.find((one) => one.key === key);
  if (!draft || !section || !isWithAuthor(draft.state)) return giveBack(paths.draft(token), await readTyped(request));
  const revising = await spend("revision", { address: client, draft: draft.versionId });
  if (!revising.ok) return tooMany(revising.reason);

  const form = await readForm(request);
  const councils = await listCouncilNames();
  const { asked, basedOn, typed, contact } = readSection(section, form, councils);
  const saved = await saveSection({ versionId: draft.versionId, basedOn, section, typed, contact });

  const address = paths.draftSection(token, key);
  if (!saved.ok) {
    const kept = { ...typed, contactTyped: contact };
    if (saved.reason !== "stale" && saved.reason !== "too-large") return giveBack(paths.draft(token), texts(kept));
    const attempt = await keepAttempt(address, { typed: kept, errors: { saved: saved.reason } });
    return seeOther(`${address}?attempt=${attempt}`);
  }
  const formatted = section.questions.find(({ kind }) => kind === "markdown");
  if (asked === "preview" && formatted) return seeOther(`${address}?preview#${formatted.key}-preview`);
  if (asked === "leave") return seeOther(paths.draft(token));
  const next = sectionAfter(draft.template, section);
  // A part of the page in its address would take the focus from what is wrong.
  const { answers } = saved.value;
  if (misfitsIn(section, answers).length || unknownCouncilsIn(section, answers, councils).length)
    return seeOther(address);
  if (asked !== "continue") return seeOther(`${address}#main`);
  if (fieldOf(form, "from") === "check") return seeOther(paths.draftCheck(token));
  return seeOther(next ? paths.draftSection(token, next.key) : paths.draft(token));
}

/** There is nowhere to save it, but what was typed can be copied from the page it leads to. */
async function giveBack(address: string, typed: Record<string, string>) {
  return seeOther(`${address}?attempt=${await keepAttempt(address, { typed, errors: { saved: "gone" } })}`);
}

/** What was typed in answers that could not be kept, as one text each. */
const texts = (answers: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name,
      typeof answer === "string" ? answer : [answer].flat().map(lineOf).filter(Boolean).join("\n"),
    ]),
  );
const lineOf = (part: unknown) =>
  typeof part === "object" && part ? Object.values(part).filter(Boolean).join(", ") : String(part);
