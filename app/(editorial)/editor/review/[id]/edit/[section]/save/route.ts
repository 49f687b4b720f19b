import { requireEditor } from "#lib/auth/guards.ts";
import { saveSection } from "#lib/commands/submissions/save-section.ts";
import { listCouncilNames } from "#lib/data/directory/council-names.ts";
import { findDesk } from "#lib/data/review/desk.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { unknownCouncilsIn } from "#lib/domain/template/council-answers.ts";
import { readForm, readTyped, seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";
import { readSection } from "#lib/http/forms/section-form.ts";

export async function POST(request: Request, { params }: RouteContext<"/editor/review/[id]/edit/[section]/save">) {
  const editor = await requireEditor();
  const { id, section: key } = await params;
  const desk = await findDesk(id);
  const section = desk?.template.sections.find((one) => one.key === key);
  const address = paths.reviewEdit(id, key);
  const again = async (typed: Record<string, unknown>, saved: string) =>
    seeOther(`${address}?attempt=${await keepAttempt(address, { typed, errors: { saved } })}`);
  if (!desk || !section) return again(await readTyped(request), "gone");

  const councils = await listCouncilNames();
  const { asked, basedOn, typed, contact } = readSection(section, await readForm(request), councils);
  const kept = { ...typed, contactTyped: contact };
  // Beside a published page nobody could put right what the form let through.
  if (unknownCouncilsIn(section, typed, councils).length) return again(kept, "does-not-fit");
  const saved = await saveSection({ versionId: id, basedOn, section, typed, contact, actor: editor });
  if (!saved.ok) return again(kept, saved.reason);
  return seeOther(asked === "save" ? `${paths.reviewNoted(id, "corrected")}#${key}` : `${address}#main`);
}
