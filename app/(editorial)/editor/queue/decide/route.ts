import { z } from "zod";
import { requireEditor } from "#lib/auth/guards.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { listLastEvents } from "#lib/data/review/queue/last-events.ts";
import { longestReason } from "#lib/domain/queue/reason.ts";
import { readShown } from "#lib/domain/queue/shown.ts";
import { charactersOrFewer, lengthOf } from "#lib/domain/template/text.ts";
import { fieldOf, readForm } from "#lib/http/form.ts";
import { answerWith, type Answer } from "../../answer.ts";
import { paths } from "#lib/http/paths.ts";
import { called, overtaken } from "../overtaken.ts";

const decision = z.enum(["release", "decline"]);
const doneWords = { release: "was released. Its author is told.", decline: "was declined. Its author is told." };

/** Decides about what was held: an author hears why, word for word. */
export async function POST(request: Request) {
  const editor = await requireEditor();
  const form = await readForm(request);
  const [back, reason] = [fieldOf(form, "back"), fieldOf(form, "reason")];
  const answer = (answered: Partial<Answer>) => answerWith(paths.queue(), answered, back);
  const move = decision.safeParse(fieldOf(form, "move")).data;
  const shown = readShown(fieldOf(form, "version"));
  if (!shown || !move) return answer({ notDone: ["That decision could not be read. Make it again."] });

  const { id, revision: basedOn } = shown;
  const error = errorIn(reason);
  if (error) return answer({ typed: { about: id, reason }, errors: { [`reason-${id}`]: error } });

  const outcome = await moveVersion({ id, basedOn, move, reason, actor: editor });
  const last = (await listLastEvents([id])).get(id);
  const isRepeated = last?.kind === move && last.actorId === editor.id;
  if (outcome.ok || isRepeated) return answer({ done: `${called(last)} ${doneWords[move]}`, open: id });
  return answer({
    notDone: [overtaken(last, outcome.reason, editor.id)],
    typed: { about: id, reason },
  });
}

function errorIn(reason: string): string {
  if (!reason) return "Say why: its author gets it word for word";
  return lengthOf(reason) > longestReason ? `Use ${charactersOrFewer(longestReason)}` : "";
}
