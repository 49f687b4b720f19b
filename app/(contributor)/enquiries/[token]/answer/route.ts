import { answerEnquiry } from "#lib/commands/upkeep/answer-enquiry.ts";
import { spend } from "#lib/data/limits.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { findEnquiry } from "#lib/data/upkeep/enquiries.ts";
import { charactersOrFewer } from "#lib/domain/template/text.ts";
import { flawOf, longestWords, readAnswer, reviewAnswers, type AnswerFlaw } from "#lib/domain/upkeep/answers.ts";
import type { EnquiryKind } from "#lib/domain/upkeep/enquiries.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { clientAddress, kilobytesOf, tooMany } from "#lib/http/limits.ts";
import { paths } from "#lib/http/paths.ts";

/** Takes what somebody answers about a published case study. What cannot be taken comes back, whatever has become of the link. */
export async function POST(request: Request, { params }: RouteContext<"/enquiries/[token]/answer">) {
  const token = (await params).token;
  const address = paths.enquiry(token);
  const saving = await spend("save", { address: clientAddress(request) }, kilobytesOf(request));
  if (!saving.ok) return tooMany(saving.reason);
  const enquiry = await findEnquiry(token);
  if (!enquiry) return seeOther(address);

  const form = await readForm(request);
  const [answer, words] = [readAnswer(enquiry.kind, fieldOf(form, "answer")), fieldOf(form, "words")];
  const flaw = flawOf(enquiry.kind, answer, words);
  const kept = (errors: Record<string, string>) =>
    keepAttempt(address, { typed: { answer: answer ?? "", words }, errors });
  if (flaw && enquiry.standing === "open")
    return seeOther(`${address}?attempt=${await kept(errorsFor(flaw, enquiry.kind))}`);

  const answered = await answerEnquiry({ token, answer, words });
  return seeOther(answered.ok ? address : `${address}?attempt=${await kept({ late: answered.reason })}`);
}

function errorsFor(flaw: AnswerFlaw, kind: EnquiryKind): Record<string, string> {
  switch (flaw) {
    case "answer-missing":
      return { answer: kind === "review" ? "Choose what you say to the editors" : "Choose what you want to tell us" };
    case "words-missing":
      return { words: kind === "review" ? "Enter what needs to change" : "Enter what happened next" };
    case "words-unasked":
      return { words: `Choose “${reviewAnswers.needsChanges}” to send this to the editors, or empty the box` };
    case "words-too-long":
      return { words: `Use ${charactersOrFewer(longestWords)}` };
  }
}
