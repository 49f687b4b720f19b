import { requireEditor } from "#lib/auth/guards.ts";
import { changeTerm, type ChangeRefusal } from "#lib/commands/catalogue/terms/change-term.ts";
import type { Wish } from "#lib/domain/catalogue/decide.ts";
import type { TermList } from "#lib/domain/catalogue/terms.ts";
import { listAt, refusedBecause } from "#lib/domain/catalogue/words.ts";
import type { Values } from "#lib/domain/template/fields.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { readWish, writeWish } from "#lib/http/forms/wish.ts";
import { paths } from "#lib/http/paths.ts";
import { answerWith } from "../../../answer.ts";

/** Changes a list of topics or support types, as an editor was shown what it comes to. */
export async function POST(request: Request, { params }: RouteContext<"/editor/catalogue/[list]/write">) {
  const actor = await requireEditor();
  const { list: segment } = await params;
  const [list, form] = [listAt(segment), await readForm(request)];
  const wish = list && wishIn(list, form);
  if (!list || !wish) return seeOther(paths.catalogue);

  const seen = fieldOf(form, "seen") || undefined;
  const changed = await changeTerm({ list, wish, seen, actor });
  const address = paths.catalogueList(segment);
  if (changed.ok) return answerWith(address, { done: `${changed.value.said}.`, typed: { change: changed.value.id } });
  if (wish.do === "up" || wish.do === "down" || isGone(changed.reason))
    return answerWith(address, { notDone: [because(changed.reason, list)] });
  const preview = wish.do === "add" ? paths.catalogueAdd(segment) : paths.catalogueTerm(segment, wish.id);
  const notDone = changed.reason.why === "changed" ? [because(changed.reason, list)] : [];
  return answerWith(preview, { notDone }, `${new URLSearchParams(writeWish(wish))}`);
}

/** A button of the list says in one value which is to go up or down. */
function wishIn(list: TermList, form: Values): Wish | null {
  const [way, id = ""] = fieldOf(form, "order").split(":");
  if (way === "up" || way === "down") return { do: way, id };
  return readWish(list, (name) => fieldOf(form, name));
}

const isGone = ({ why }: ChangeRefusal) => why === "gone" || why === "merged-meanwhile";

function because(reason: ChangeRefusal, list: TermList): string {
  if (reason.why === "changed")
    return "What this changes is not what it was when you looked: somebody has published, retagged or changed something meanwhile. Read it again and confirm it if you still want to.";
  if (reason.why === "not-allowed") return "This is not for you to do.";
  return refusedBecause(reason, list);
}
