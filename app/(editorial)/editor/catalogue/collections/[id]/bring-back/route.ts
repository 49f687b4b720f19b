import { requireEditor } from "#lib/auth/guards.ts";
import { bringBackCollection } from "#lib/commands/catalogue/collections/retire-collection.ts";
import { paths } from "#lib/http/paths.ts";
import { answerWith } from "../../../../answer.ts";
import { goneWords } from "../../gone.ts";

/** Gives a retired collection back to its readers. */
export async function POST(_: Request, { params }: RouteContext<"/editor/catalogue/collections/[id]/bring-back">) {
  const actor = await requireEditor();
  const { id } = await params;
  const back = await bringBackCollection({ id, actor });
  if (!back.ok) return answerWith(paths.editCollections, { notDone: [goneWords] });
  return answerWith(paths.editCollection(id), { done: `Readers find ${back.value.name} again.` });
}
