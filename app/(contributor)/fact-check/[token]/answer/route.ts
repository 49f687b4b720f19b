import { answerFactCheck } from "#lib/commands/review/answer-fact-check.ts";
import { spend } from "#lib/data/limits.ts";
import { findFactCheck } from "#lib/data/review/fact-checks.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import type { Section } from "#lib/domain/template/questions.ts";
import { sectionsToRead } from "#lib/domain/template/progress.ts";
import { charactersOrFewer, lengthOf } from "#lib/domain/template/text.ts";
import { flawOf, keptAnswer, longestRemark, readVerdict, type Verdict } from "#lib/domain/workflow/fact-checks.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { clientAddress, kilobytesOf, tooMany } from "#lib/http/limits.ts";
import { paths } from "#lib/http/paths.ts";
import { remarkField } from "../remark-box.tsx";

/** Takes what somebody outside says about the facts. What cannot be taken comes back, whatever has become of the link. */
export async function POST(request: Request, { params }: RouteContext<"/fact-check/[token]/answer">) {
  const token = (await params).token;
  const address = paths.factCheck(token);
  const saving = await spend("save", { address: clientAddress(request) }, kilobytesOf(request));
  if (!saving.ok) return tooMany(saving.reason);
  const check = await findFactCheck(token);
  if (!check) return seeOther(address);

  const form = await readForm(request);
  const sections = sectionsToRead(check.template, check.answers);
  const remarks = Object.fromEntries(sections.map(({ key }) => [key, fieldOf(form, remarkField({ key }))]));
  const verdict = readVerdict(fieldOf(form, "verdict"));
  const errors = errorsIn(verdict, remarks, sections);
  const kept = () => keepAttempt(address, { typed: { verdict: verdict ?? "", remarks }, errors });
  if (!verdict || Object.keys(errors).length) return seeOther(`${address}?attempt=${await kept()}`);

  const answered = await answerFactCheck({ token, verdict, remarks });
  return seeOther(answered.ok ? address : `${address}?attempt=${await kept()}`);
}

function errorsIn(
  verdict: Verdict | null,
  remarks: Record<string, string>,
  sections: readonly Section[],
): Record<string, string> {
  const keys = sections.map(({ key }) => key);
  const flaw = verdict && flawOf(keptAnswer({ verdict, remarks }, keys));
  const tooLong = sections.filter(({ key }) => lengthOf(remarks[key] ?? "") > longestRemark);
  const most = charactersOrFewer(longestRemark);
  const [first] = sections;
  return {
    ...(flaw === "remarks-missing" && first && { [remarkField(first)]: "Say beside a section what needs to change" }),
    ...Object.fromEntries(
      tooLong.map((section) => [remarkField(section), `Your comment on “${section.title}” must be ${most}`]),
    ),
    ...(!verdict && { verdict: "Choose what you say to the editors" }),
  };
}
