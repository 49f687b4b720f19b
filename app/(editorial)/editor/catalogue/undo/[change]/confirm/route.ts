import { z } from "zod";
import { counted } from "#components/ui/words.ts";
import { requireEditor } from "#lib/auth/guards.ts";
import { undoChange } from "#lib/commands/catalogue/undo-change.ts";
import { findChange } from "#lib/data/catalogue/changes.ts";
import { readRetagChange } from "#lib/data/catalogue/retagging/changes.ts";
import { saidBy } from "#lib/domain/catalogue/said.ts";
import { paths } from "#lib/http/paths.ts";
import { answerWith } from "../../../../answer.ts";
import { notUndone } from "../not-undone.ts";

/** Undoes a change, and says of many case studies which were left. */
export async function POST(_request: Request, { params }: RouteContext<"/editor/catalogue/undo/[change]/confirm">) {
  const actor = await requireEditor();
  const id = z.uuid().safeParse((await params).change).data ?? "";
  const change = id ? await findChange(id) : null;
  if (!change) return answerWith(paths.catalogue, { notDone: [notUndone("not-found")] });
  const undone = await undoChange({ id, actor });
  if (!undone.ok) return answerWith(paths.catalogue, { notDone: [notUndone(undone.reason, change.subject)] });

  const left = change.subject === "caseStudies" ? readRetagChange(change).length - undone.value : 0;
  const rest = left ? ` ${counted(left, "was", "were")} changed since and left as they are.` : "";
  return answerWith(paths.catalogue, { done: `Undone: ${saidBy(change)}.${rest}` });
}
