import { z } from "zod";
import { requireEditor } from "#lib/auth/guards.ts";
import { restoreAsDraft } from "#lib/commands/workflow/restore-as-draft.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

/** Makes a new draft with the words of an older version. */
export async function POST(request: Request, { params }: RouteContext<"/editor/history/[caseStudyId]/restore">) {
  const actor = await requireEditor();
  const back = paths.caseStudyHistory((await params).caseStudyId);
  const id = z.uuid().safeParse(fieldOf(await readForm(request), "version")).data;
  const restored = id ? await restoreAsDraft({ id, actor }) : null;
  return seeOther(`${back}?restored=${restored?.ok ? restored.value.versionId : "nothing"}`);
}
