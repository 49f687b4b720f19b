import { z } from "zod";
import { requireEditor } from "#lib/auth/guards.ts";
import { takeImportedDraft } from "#lib/commands/imports/take-imported-draft.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";
import { answerWith } from "../../../answer.ts";

/** Gives an editor a draft that came from a file, to finish and send. */
export async function POST(request: Request, { params }: RouteContext<"/editor/imports/[id]/open">) {
  const actor = await requireEditor();
  const { id } = await params;
  const version = z.uuid().safeParse(fieldOf(await readForm(request), "version")).data;
  const taken = version ? await takeImportedDraft({ id: version, actor }) : null;
  if (taken?.ok) return seeOther(paths.draft(taken.value));
  return answerWith(paths.importReport(id), { notDone: ["It is no draft any more: somebody has sent it."] });
}
