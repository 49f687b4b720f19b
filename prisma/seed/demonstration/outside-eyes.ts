import { answerFactCheck } from "#lib/commands/review/answer-fact-check.ts";
import { askFactCheck } from "#lib/commands/review/ask-fact-check.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { tokenOf } from "#lib/data/submissions/links.ts";
import type { Cast, Someone } from "./cast.ts";
import { daysBefore } from "./plan.ts";
import { must, walk, type Underway } from "./writing.ts";

const note = "You ran the counts in the second year. Is the table right, and is it clear what was counted?";
const remark = "The second figure is for the year to March, not for the calendar year. The first is right.";

/** Has an editor ask somebody outside about the facts. @returns what opens the page they answer on */
export async function askAboutFacts({ versionId, revision }: Underway, actor: Someone, days: number): Promise<string> {
  const whom = { name: "Priya Nair", email: "priya.nair@harbour-university.example", note };
  const { id } = must(await askFactCheck({ versionId, basedOn: revision, ...whom, actor, now: daysBefore(days) }));
  return tokenOf(id);
}

/** Has somebody outside answer that a figure has to change. */
export async function answerAboutFacts(token: string, days: number): Promise<void> {
  must(await answerFactCheck({ token, verdict: "wrong", remarks: { impact: remark }, now: daysBefore(days) }));
}

/** Takes a draft to where its council is shown what an editor changed, and has not answered yet. */
export async function showEditedText(draft: Underway, [editor, reader]: Cast["editors"], days: number): Promise<void> {
  const { versionId: id, revision: basedOn, author, answers } = draft;
  const submission = { id, basedOn, actor: author, details: { showEdits: true }, now: daysBefore(days + 8) };
  must(await moveVersion({ ...submission, move: "submit" }));
  await walk(draft, [["take", editor, daysBefore(days + 6)]]);
  const [firstSentence = ""] = /^.*?[.!?](?=\s|$)/.exec(String(answers["summary"])) ?? [];
  const edited = { ...answers, summary: firstSentence, funding: "Council’s own budget" };
  const { revision } = must(
    await saveRevision({ id, basedOn, answers: edited, actor: editor, now: daysBefore(days + 1) }),
  );
  await walk({ ...draft, revision }, [["accept", reader, daysBefore(days)]]);
}
