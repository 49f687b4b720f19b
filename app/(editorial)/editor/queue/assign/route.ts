import { requireEditor, type Editor } from "#lib/auth/guards.ts";
import { assignVersion } from "#lib/commands/review/assign-version.ts";
import { listEditors } from "#lib/data/people/people.ts";
import { listLastEvents } from "#lib/data/review/queue/last-events.ts";
import { readShown, type Shown } from "#lib/domain/queue/shown.ts";
import { fieldOf, readForm } from "#lib/http/form.ts";
import { answerWith, type Answer } from "../../answer.ts";
import { paths } from "#lib/http/paths.ts";
import { called, overtaken } from "../overtaken.ts";

/** Takes what is shown, or gives it to another editor. */
export async function POST(request: Request) {
  const editor = await requireEditor();
  const form = await readForm(request);
  const [back, to] = [fieldOf(form, "back"), fieldOf(form, "to")];
  const answer = (answered: Partial<Answer>) => answerWith(paths.queue(), answered, back);
  const chosen = [...form("take"), ...form("version")].flatMap((value) => readShown(value) ?? []);
  const receiver = (await listEditors()).find(({ id }) => id === to);
  if (!chosen.length) return answer({ errors: { to: "Tick what is to be assigned" } });
  if (!receiver) return answer({ errors: { to: "Choose the editor it goes to" } });

  const outcomes = [];
  for (const shown of chosen) outcomes.push({ shown, outcome: await assign(shown, to, editor) });
  const last = await listLastEvents(chosen.map(({ id }) => id));
  const done = outcomes.filter(({ outcome }) => outcome.ok).map(({ shown }) => shown.id);
  const [only] = done;
  const subject = only && done.length === 1 ? `${called(last.get(only))} is` : `${done.length} case studies are`;
  return answer({
    done: only ? `${subject} ${to === editor.id ? "yours" : `with ${receiver.name || receiver.email}`} now.` : "",
    open: only && done.length === 1 ? only : null,
    notDone: outcomes.flatMap(({ shown, outcome }) =>
      outcome.ok ? [] : overtaken(last.get(shown.id), outcome.reason, editor.id),
    ),
  });
}

const assign = ({ id, revision, editorId }: Shown, to: string, actor: Editor) =>
  assignVersion({ id, basedOn: revision, from: editorId, to, actor });
