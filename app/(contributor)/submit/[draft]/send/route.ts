import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { saveSection } from "#lib/commands/submissions/save-section.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { findDraft, findTrackToken } from "#lib/data/submissions/drafts.ts";
import { isWithAuthor } from "#lib/domain/workflow/states.ts";
import { readAnswers } from "#lib/domain/template/fields.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

/** Sends a draft to the editors. Sent twice, by a double click or from two tabs, it ends on the same page with one submission. */
export async function POST(request: Request, { params }: RouteContext<"/submit/[draft]/send">) {
  const token = (await params).draft;
  const draft = await findDraft(token);
  if (!draft) return seeOther(paths.draft(token));
  const track = await findTrackToken(draft.versionId);
  if (track && !isWithAuthor(draft.state)) return seeOther(paths.track(track));

  const form = await readForm(request);
  const { versionId } = draft;
  const section = draft.template.sections.find(({ key }) => key === "declarations");
  const showEdits = fieldOf(form, "showEdits") === "yes";
  const basedOn = Number(fieldOf(form, "basedOn"));
  const contact = { email: "", name: "", phone: "" };
  const declared = section ? readAnswers(section, form) : {};
  const saved = section && (await saveSection({ versionId, basedOn, section, typed: declared, contact }));
  // What somebody else wrote meanwhile has not been read by whoever sends it.
  const revision = saved?.ok && saved.value.changed ? saved.value.revision : basedOn;
  const sent = await moveVersion({
    id: versionId,
    basedOn: revision,
    move: "submit",
    details: { showEdits },
    actor: { kind: "holder", versionId },
  });
  if (!sent.ok && sent.reason !== "wrong-state") {
    const address = paths.draftCheck(token);
    const attempt = await keepAttempt(address, { typed: { ...declared, showEdits }, errors: { sent: sent.reason } });
    return seeOther(`${address}?tried&attempt=${attempt}`);
  }
  return seeOther(paths.track((await findTrackToken(versionId)) ?? ""));
}
