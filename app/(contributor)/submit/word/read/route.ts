import { z } from "zod";
import { startDraft } from "#lib/commands/submissions/start-draft.ts";
import { spend } from "#lib/data/limits.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { findDraft } from "#lib/data/submissions/drafts.ts";
import { isTooQuick, suspicionOf } from "#lib/domain/abuse/suspicion.ts";
import { current, getTemplate } from "#lib/domain/template/templates.ts";
import { wordLimits, wordRefusals } from "#lib/domain/word/refusals.ts";
import { readWordApart } from "#lib/transfer/word/child/read-apart.ts";
import { keepForDraft } from "#lib/transfer/word/read-for-draft.ts";
import { draftCookie } from "#lib/http/cookies.ts";
import { fieldOf, seeOther } from "#lib/http/form.ts";
import { clientAddress, kilobytesOf, tooMany } from "#lib/http/limits.ts";
import { paths } from "#lib/http/paths.ts";
import { readStamp } from "#lib/http/stamp.ts";
import { readUploaded } from "#lib/http/forms/uploaded.ts";

export async function POST(request: Request) {
  const address = clientAddress(request);
  const saving = await spend("save", { address }, kilobytesOf(request));
  if (!saving.ok) return tooMany(saving.reason);

  const sent = await readUploaded(request, "file", wordLimits.bytes);
  if (sent === "tooLarge") return giveBack({}, wordRefusals.tooLarge);
  const field = (name: string) => (sent ? fieldOf(sent.values, name) : "");
  const typed = { key: field("key"), stamp: field("stamp"), subject: field("subject") };
  const filling = { trap: typed.subject, shownAt: readStamp(typed.key, typed.stamp), sentAt: new Date() };
  if (!sent?.file) return giveBack(typed, sent ? wordRefusals.none : wordRefusals.damaged);
  if (isTooQuick(filling)) return giveBack(typed, "That was quicker than a person chooses a file. Choose it again.");

  const read = await readWordApart(sent.file.bytes, getTemplate(current.caseStudy));
  if (!read.ok) return giveBack(typed, wordRefusals[read.reason]);
  const starting = await spend("start", { address });
  if (!starting.ok) return tooMany(starting.reason);

  const key = z.uuid().safeParse(typed.key).data;
  const started = await startDraft({ answers: {}, suspicion: suspicionOf(filling), ...(key && { key }) });
  const draft = started.ok ? await findDraft(started.value.token) : null;
  if (!started.ok || !draft) return seeOther(paths.startFromWord);
  const { token } = started.value;
  return seeOther(paths.draftReading(token, await keepForDraft(draft, read.value)), draftCookie(token));
}

/** No draft was begun: the page comes back and says what to do. */
async function giveBack(typed: Record<string, string>, message: string) {
  const attempt = await keepAttempt(paths.startFromWord, { typed, errors: { file: message } });
  return seeOther(`${paths.startFromWord}?attempt=${attempt}`);
}
