import { z } from "zod";
import { requireEditor } from "#lib/auth/guards.ts";
import { askForReview } from "#lib/commands/upkeep/tend-contact.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

const refused = {
  "not-allowed": "not-done",
  "not-found": "not-published",
  "asked-today": "asked-today",
  nobody: "nobody-to-ask",
} as const;

/** Asks whoever answers for a published case study whether it is still right, without waiting for the day. */
export async function POST(request: Request) {
  const actor = await requireEditor();
  const versionId = z.uuid().safeParse(fieldOf(await readForm(request), "version")).data ?? "";
  if (!versionId) return seeOther(paths.upkeep());
  const asked = await askForReview({ versionId, actor });
  return seeOther(paths.reviewNoted(versionId, asked.ok ? "asked" : refused[asked.reason]));
}
