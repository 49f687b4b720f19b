import { z } from "zod";
import { requireEditor } from "#lib/auth/guards.ts";
import { setReviewBy } from "#lib/commands/upkeep/set-review-by.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

/** Sets the day by which what is published is looked at again. */
export async function POST(request: Request, { params }: RouteContext<"/editor/review/[id]/review-by">) {
  const editor = await requireEditor();
  const { id } = await params;
  const day = z.iso.date().safeParse(fieldOf(await readForm(request), "day")).data;
  const set = day ? await setReviewBy({ id, reviewBy: new Date(day), actor: editor }) : null;
  if (set?.ok) return seeOther(paths.reviewNoted(id, "review-by"));
  return seeOther(paths.reviewNoted(id, set?.reason === "wrong-state" ? "not-published" : "no-day"));
}
