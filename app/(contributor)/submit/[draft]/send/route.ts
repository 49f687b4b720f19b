import { sendDraft } from "#lib/commands/submissions/send-draft.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { spend } from "#lib/data/limits.ts";
import { findDraft, findTrackToken, isReadyToSend } from "#lib/data/submissions/drafts.ts";
import { declarationsOf } from "#lib/domain/template/declarations.ts";
import { readAnswers } from "#lib/domain/template/fields.ts";
import { charactersOrFewer, lengthOf, tidy } from "#lib/domain/template/text.ts";
import { longestReply } from "#lib/domain/workflow/shown-edits.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { clientAddress, kilobytesOf, tooMany } from "#lib/http/limits.ts";
import { paths } from "#lib/http/paths.ts";

/** Sends a draft to the editors. Sent twice, by a double click or from two tabs, it ends on the same page with one submission. */
export async function POST(request: Request, { params }: RouteContext<"/submit/[draft]/send">) {
  const token = (await params).draft;
  const address = clientAddress(request);
  const saving = await spend("save", { address }, kilobytesOf(request));
  if (!saving.ok) return tooMany(saving.reason);

  const draft = await findDraft(token);
  if (!draft) return seeOther(paths.draft(token));
  const form = await readForm(request);
  const section = declarationsOf(draft.template);
  const declared = section ? readAnswers(section, form) : {};
  const showEdits = fieldOf(form, "showEdits") === "yes";
  const reply = tidy(fieldOf(form, "reply"));
  const basedOn = Number(fieldOf(form, "basedOn"));
  const path = paths.draftCheck(token);
  const giveBack = async (errors: Record<string, string>) =>
    seeOther(`${path}?tried&attempt=${await keepAttempt(path, { typed: { ...declared, showEdits, reply }, errors })}`);
  if (lengthOf(reply) > longestReply) return giveBack({ reply: `Use ${charactersOrFewer(longestReply)}` });
  // Pressing the button too early is no submission.
  if (await isReadyToSend(draft, basedOn, declared)) {
    const sending = await spend("submit", { address, email: draft.emailProved ? draft.authorEmail : null });
    if (!sending.ok) return tooMany(sending.reason);
  }
  const sent = await sendDraft({ versionId: draft.versionId, basedOn, declared, showEdits, reply });
  if (sent.ok) return seeOther(paths.track((await findTrackToken(draft.versionId)) ?? ""));
  return giveBack({ sent: sent.reason });
}
