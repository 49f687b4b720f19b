import { z } from "zod";
import { requireEditor } from "#lib/auth/guards.ts";
import { settleFollowUp } from "#lib/commands/upkeep/settle-follow-up.ts";
import { charactersOrFewer } from "#lib/domain/template/text.ts";
import { longestWords } from "#lib/domain/upkeep/answers.ts";
import { fieldOf, readForm } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";
import { answerWith } from "../../answer.ts";

const decisions = z.enum(["published", "declined", "removed"]);
const done = {
  published: "It is on the page. A letter to the council is on its way.",
  declined: "It is not published. A letter with your reason is on its way.",
  removed: "It is taken down.",
};
const limit = `Use ${charactersOrFewer(longestWords)}`;
const flaws: Record<string, string> = {
  "text-missing": "Enter what readers are to see",
  "text-too-long": limit,
  "reason-missing": "Enter why",
  "reason-too-long": limit,
};
const others: Record<string, string> = {
  "settled-already": "Another editor has decided about it already.",
  "not-published": "Its case study is no longer published.",
};

/** Decides about what a council says happened next. */
export async function POST(request: Request) {
  const actor = await requireEditor();
  const form = await readForm(request);
  const id = z.uuid().safeParse(fieldOf(form, "follow-up")).data;
  const as = decisions.safeParse(fieldOf(form, "as")).data;
  const words = fieldOf(form, "words");
  const page = `page=${Number(fieldOf(form, "page")) || 1}`;
  const typed = { about: id ?? "", as: as ?? "", words };
  const settled = id && as ? await settleFollowUp({ id, as, text: words, reason: words, actor }) : null;
  if (as && settled?.ok) return answerWith(paths.upkeep(), { done: done[as] }, page);

  const reason = settled && !settled.ok ? settled.reason : "not-found";
  const flaw = flaws[reason];
  if (flaw) return answerWith(paths.upkeep(), { typed, errors: { [`${as}-${id}`]: flaw } }, page);
  return answerWith(paths.upkeep(), { typed, notDone: [others[reason] ?? "It is no longer there."] }, page);
}
