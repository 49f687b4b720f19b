import { listAttached } from "#lib/data/files/files.ts";
import { spend } from "#lib/data/limits.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { findDraft } from "#lib/data/submissions/drafts.ts";
import { wordLimits, wordRefusals } from "#lib/domain/word/refusals.ts";
import { isWithAuthor } from "#lib/domain/workflow/states.ts";
import { readWordApart } from "#lib/transfer/word/child/read-apart.ts";
import { keepForDraft } from "#lib/transfer/word/read-for-draft.ts";
import { seeOther } from "#lib/http/form.ts";
import { clientAddress, kilobytesOf, tooMany } from "#lib/http/limits.ts";
import { paths } from "#lib/http/paths.ts";
import { readUploaded } from "#lib/http/forms/uploaded.ts";

export async function POST(request: Request, { params }: RouteContext<"/submit/[draft]/word/read">) {
  const token = (await params).draft;
  const saving = await spend("save", { address: clientAddress(request) }, kilobytesOf(request));
  if (!saving.ok) return tooMany(saving.reason);

  const draft = await findDraft(token);
  if (!draft || !isWithAuthor(draft.state)) return seeOther(paths.draft(token));
  const sent = await readUploaded(request, "file", wordLimits.bytes);
  if (sent === "tooLarge") return giveBack(token, wordRefusals.tooLarge);
  if (!sent?.file) return giveBack(token, sent ? wordRefusals.none : wordRefusals.damaged);
  const files = (await listAttached(draft.caseStudyId)).map(({ id }) => id);
  const read = await readWordApart(sent.file.bytes, draft.template, { files });
  if (!read.ok) return giveBack(token, wordRefusals[read.reason]);
  return seeOther(paths.draftReading(token, await keepForDraft(draft, read.value)));
}

async function giveBack(token: string, message: string) {
  const address = paths.draftWord(token);
  return seeOther(`${address}?attempt=${await keepAttempt(address, { typed: {}, errors: { file: message } })}`);
}
