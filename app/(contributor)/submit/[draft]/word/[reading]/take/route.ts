import { takeReading } from "#lib/commands/submissions/take-reading.ts";
import { spend } from "#lib/data/limits.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { findDraft } from "#lib/data/submissions/drafts.ts";
import { findReading } from "#lib/data/submissions/word-readings.ts";
import { chosenOf } from "#lib/domain/word/chosen.ts";
import { isWithAuthor } from "#lib/domain/workflow/states.ts";
import { attachPictures } from "#lib/transfer/word/attach-pictures.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { clientAddress, kilobytesOf, tooMany } from "#lib/http/limits.ts";
import { paths } from "#lib/http/paths.ts";

export async function POST(request: Request, { params }: RouteContext<"/submit/[draft]/word/[reading]/take">) {
  const { draft: token, reading: id } = await params;
  const client = clientAddress(request);
  const saving = await spend("save", { address: client }, kilobytesOf(request));
  if (!saving.ok) return tooMany(saving.reason);
  const draft = await findDraft(token);
  if (!draft || !isWithAuthor(draft.state)) return seeOther(paths.draft(token));
  const found = await findReading(id, draft.versionId);
  if (!found) return seeOther(paths.draftReading(token, id));
  const revising = await spend("revision", { address: client, draft: draft.versionId });
  if (!revising.ok) return tooMany(revising.reason);

  const form = await readForm(request);
  const basedOn = Number(fieldOf(form, "basedOn"));
  const { answers, contact, pictures, typed } = chosenOf(draft.template, found.reading, form);
  // Files are kept before the words that name them; those that no words name are cleared away by themselves.
  const images =
    basedOn === draft.revision
      ? await attachPictures({ ...draft, answers: { ...draft.answers, ...answers } }, id, pictures)
      : {};
  const chosen = { ...answers, ...images };
  const taken = await takeReading({ versionId: draft.versionId, template: draft.template, basedOn, chosen, contact });
  if (!taken.ok) {
    const address = paths.draftReading(token, id);
    return seeOther(`${address}?attempt=${await keepAttempt(address, { typed, errors: { saved: taken.reason } })}`);
  }
  return seeOther(`${paths.draft(token)}?filled=${taken.value.sections.join(",")}`);
}
