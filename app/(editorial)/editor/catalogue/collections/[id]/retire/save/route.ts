import { requireEditor } from "#lib/auth/guards.ts";
import { retireCollection } from "#lib/commands/catalogue/collections/retire-collection.ts";
import { fieldOf, readForm } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";
import { answerWith } from "../../../../../answer.ts";
import { goneWords } from "../../../gone.ts";

/** Takes a collection from its readers. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/editor/catalogue/collections/[id]/retire/save">,
) {
  const actor = await requireEditor();
  const { id } = await params;
  const leadsTo = fieldOf(await readForm(request), "leadsTo");
  const retired = await retireCollection({ id, leadsTo, actor });
  if (retired.ok) return answerWith(paths.editCollections, { done: `${retired.value.name} is retired.` });
  if (retired.reason !== "leads-nowhere") return answerWith(paths.editCollections, { notDone: [goneWords] });
  const errors = {
    leadsTo: "Enter the address of a page on this site that there is, other than its own, such as /topics",
  };
  return answerWith(paths.retireCollection(id), { typed: { leadsTo }, errors });
}
