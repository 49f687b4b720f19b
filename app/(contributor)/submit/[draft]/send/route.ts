import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { saveSection } from "#lib/commands/submissions/save-section.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { spend } from "#lib/data/limits.ts";
import { findDraft, findTrackToken, listGaps } from "#lib/data/submissions/drafts.ts";
import { isWithAuthor } from "#lib/domain/workflow/states.ts";
import { readAnswers } from "#lib/domain/template/fields.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { clientAddress, kilobytesOf, tooMany } from "#lib/http/limits.ts";
import { paths } from "#lib/http/paths.ts";

/** Sends a draft to the editors. Sent twice, by a double click or from two tabs, it ends on the same page with one submission. */
export async function POST(request: Request, { params }: RouteContext<"/submit/[draft]/send">) {
  const token = (await params).draft;
  const draft = await findDraft(token);
  if (!draft) return seeOther(paths.draft(token));
  const track = await findTrackToken(draft.versionId);
  if (track && !isWithAuthor(draft.state)) return seeOther(paths.track(track));

  const address = clientAddress(request);
  const saving = await spend("save", { address }, kilobytesOf(request));
  if (!saving.ok) return tooMany(saving.reason);

  const form = await readForm(request);
  const { versionId, authorEmail } = draft;
  const section = draft.template.sections.find(({ key }) => key === "declarations");
  const showEdits = fieldOf(form, "showEdits") === "yes";
  const basedOn = Number(fieldOf(form, "basedOn"));
  const contact = { email: "", name: "", phone: "" };
  const declared = section ? readAnswers(section, form) : {};
  const saved = section && (await saveSection({ versionId, basedOn, section, typed: declared, contact }));
  // What somebody else wrote meanwhile has not been read by whoever sends it.
  const revision = saved?.ok && saved.value.changed ? saved.value.revision : basedOn;
  const refused = async (because: string) => {
    const path = paths.draftCheck(token);
    const attempt = await keepAttempt(path, { typed: { ...declared, showEdits }, errors: { sent: because } });
    return seeOther(`${path}?tried&attempt=${attempt}`);
  };
  if (saved?.ok && saved.value.revision !== revision) return refused("stale");
  // Pressing the button too early is no submission, and one without an e-mail address could not be counted.
  const gaps = saved?.ok ? await listGaps({ ...draft, answers: saved.value.answers }) : [];
  if (!authorEmail || gaps.length) return refused("incomplete");
  const sending = await spend("submit", { address, email: authorEmail });
  if (!sending.ok) return tooMany(sending.reason);

  const actor = { kind: "holder", versionId } as const;
  const sent = await moveVersion({ id: versionId, basedOn: revision, move: "submit", details: { showEdits }, actor });
  if (!sent.ok && sent.reason !== "wrong-state") return refused(sent.reason);
  return seeOther(paths.track((await findTrackToken(versionId)) ?? ""));
}
