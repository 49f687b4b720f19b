import { requireEditor } from "#lib/auth/guards.ts";
import { changeCollection } from "#lib/commands/catalogue/collections/change-collection.ts";
import { digestOf } from "#lib/data/catalogue/digest.ts";
import { errorIn } from "#lib/domain/catalogue/collection-form.ts";
import { tidy } from "#lib/domain/template/text.ts";
import { fieldOf, readForm } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";
import { answerWith } from "../../../../answer.ts";
import { goneWords } from "../../gone.ts";

/** Keeps what opens a collection's page. */
export async function POST(request: Request, { params }: RouteContext<"/editor/catalogue/collections/[id]/introduce">) {
  const actor = await requireEditor();
  const { id } = await params;
  const form = await readForm(request);
  const [introduction, basedOn] = [tidy(fieldOf(form, "introduction")), fieldOf(form, "basedOn")];
  const again = (message: string, seen = basedOn) =>
    answerWith(paths.editCollection(id), {
      typed: { introduction, basedOn: seen },
      errors: { introduction: message },
    });
  const { introduction: wrong } = errorIn({ name: "any", introduction });
  if (wrong) return again(wrong);

  const changed = await changeCollection({ id, values: { introduction }, basedOn, actor });
  if (changed.ok) return answerWith(paths.editCollection(id), { done: "The introduction is changed." });
  if (changed.reason.why !== "changed") return answerWith(paths.editCollections, { notDone: [goneWords] });
  const { introduction: now } = changed.reason.now;
  return again(
    `Somebody has changed the introduction meanwhile: it is now “${now}”. Save again to put yours in its place`,
    digestOf({ introduction: now }),
  );
}
