import { z } from "zod";
import { requireEditor } from "#lib/auth/guards.ts";
import { showContact } from "#lib/commands/upkeep/tend-contact.ts";
import { fieldOf, readForm } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";
import { answerWith } from "../../answer.ts";

/** Shows readers a contact again that was doubted. */
export async function POST(request: Request) {
  const actor = await requireEditor();
  const versionId = z.uuid().safeParse(fieldOf(await readForm(request), "version")).data;
  const shown = versionId ? await showContact({ versionId, actor }) : null;
  const outcome = shown?.ok
    ? { done: "Readers are shown the contact, as confirmed this month." }
    : { notDone: ["Nothing is doubted about that contact any more, or its case study is no longer published."] };
  return answerWith(paths.upkeep(), outcome, "tab=contacts");
}
