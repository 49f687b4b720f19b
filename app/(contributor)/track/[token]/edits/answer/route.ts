import { answerEdits } from "#lib/commands/review/answer-edits.ts";
import { spend } from "#lib/data/limits.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { findTracked } from "#lib/data/submissions/tracking.ts";
import { charactersOrFewer } from "#lib/domain/template/text.ts";
import { longestReply } from "#lib/domain/workflow/shown-edits.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { clientAddress, kilobytesOf, tooMany } from "#lib/http/limits.ts";
import { paths } from "#lib/http/paths.ts";

const words: Record<string, Record<string, string>> = {
  "text-missing": { comments: "Write your comments" },
  "text-too-long": { comments: `Use ${charactersOrFewer(longestReply)}` },
  stale: { answer: "The text was changed again. Read it as it is now, then answer." },
};

/** Takes what an author says about the edited text. What cannot be taken comes back to the page, with every word. */
export async function POST(request: Request, { params }: RouteContext<"/track/[token]/edits/answer">) {
  const token = (await params).token;
  const address = paths.trackEdits(token);
  const saving = await spend("save", { address: clientAddress(request) }, kilobytesOf(request));
  if (!saving.ok) return tooMany(saving.reason);
  const tracked = await findTracked(token);
  if (!tracked) return seeOther(address);

  const form = await readForm(request);
  const typed = { answer: fieldOf(form, "answer"), comments: fieldOf(form, "comments") };
  const back = async (errors: Record<string, string>) =>
    seeOther(`${address}?attempt=${await keepAttempt(address, { typed, errors })}`);
  const [approves, comments] = [typed.answer === "approve", typed.answer === "comment"];
  if (!approves && !comments) return back({ answer: "Choose whether it can be published" });
  if (approves && typed.comments)
    return back({ comments: "Choose “I have comments” to send this, or empty the box to agree" });

  const { versionId } = tracked;
  const answered = await answerEdits({
    ...{ versionId, basedOn: Number(fieldOf(form, "basedOn")), actor: { kind: "holder", versionId } },
    answer: approves ? { approves } : { comments: typed.comments },
  });
  return answered.ok ? seeOther(address) : back(words[answered.reason] ?? {});
}
