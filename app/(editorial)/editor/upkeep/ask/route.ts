import { z } from "zod";
import { requireEditor } from "#lib/auth/guards.ts";
import { askForReview } from "#lib/commands/upkeep/tend-contact.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

/** Asks whoever answers for a published case study whether it is still right, without waiting for the day. */
export async function POST(request: Request) {
  const actor = await requireEditor();
  const versionId = z.uuid().safeParse(fieldOf(await readForm(request), "version")).data ?? "";
  const asked = versionId ? await askForReview({ versionId, actor }) : null;
  const noted = asked?.ok ? "asked" : asked?.reason === "asked-today" ? "asked-today" : "nobody-to-ask";
  return seeOther(versionId ? `${paths.review(versionId)}?noted=${noted}` : paths.upkeep());
}
