import { requireEditor } from "#lib/auth/guards.ts";
import { confirmImport } from "#lib/commands/imports/confirm-import.ts";
import { seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";
import { answerWith } from "../../../answer.ts";

const refusals = {
  "not-found": "This import is not kept any more.",
  "not-allowed": "Only an administrator can bring in what is to be published.",
  "wrong-state": "It has been asked for already, or its file has been deleted.",
};

/** Has the rows of a file brought in by the worker. */
export async function POST(_request: Request, { params }: RouteContext<"/editor/imports/[id]/confirm">) {
  const actor = await requireEditor();
  const { id } = await params;
  const confirmed = await confirmImport({ id, actor });
  if (confirmed.ok) return seeOther(paths.importReport(id));
  return answerWith(paths.importReport(id), { notDone: [refusals[confirmed.reason]] });
}
