import { requireEditor } from "#lib/auth/guards.ts";
import { addFiles } from "#lib/commands/files/add-files.ts";
import { listCouncilNames } from "#lib/data/directory/council-names.ts";
import { withIntake } from "#lib/data/files/intake/intake.ts";
import { findDesk } from "#lib/data/review/desk.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { unknownCouncilsIn } from "#lib/domain/template/council-answers.ts";
import { seeOther } from "#lib/http/form.ts";
import { readAttached } from "#lib/http/forms/attached-form.ts";
import { placeOfMoved } from "#lib/http/forms/moved-file.ts";
import { refusalsToKeep, saidOf } from "#lib/http/forms/refused-files.ts";
import { readUpload } from "#lib/http/forms/upload.ts";
import { paths } from "#lib/http/paths.ts";

/** An editor corrects a section that has files, with those that came. */
export async function POST(request: Request, { params }: RouteContext<"/editor/review/[id]/edit/[section]/attach">) {
  const editor = await requireEditor();
  const { id, section: key } = await params;
  const desk = await findDesk(id);
  const section = desk?.template.sections.find((one) => one.key === key);
  const address = paths.reviewEdit(id, key);
  const again = async (typed: Record<string, unknown>, errors: Record<string, string>) =>
    seeOther(`${address}?attempt=${await keepAttempt(address, { typed, errors })}`);

  return withIntake(async (folder) => {
    const upload = await readUpload(request, section ? folder : null);
    if (!upload) return new Response(null, { status: 400 });
    if (!desk || !section) return again(upload.typed, { saved: "gone" });
    const councils = await listCouncilNames();
    const { asked, newFiles, contact, ...sent } = readAttached(section, upload, councils);
    if (unknownCouncilsIn(section, sent.typed, councils).length)
      return again({ ...sent.typed, contactTyped: contact, newFiles }, { saved: "does-not-fit" });

    const { saved, typed, refused } = await addFiles({ versionId: id, section, contact, actor: editor, ...sent });
    const all = [...sent.refused, ...refused];
    const errors = refusalsToKeep(all);
    if (!saved.ok)
      return again({ ...typed, contactTyped: contact, newFiles: saidOf(all) }, { ...errors, saved: saved.reason });
    if (Object.keys(errors).length > 0) return again({ newFiles: saidOf(all) }, errors);
    if (asked === "save") return seeOther(`${paths.reviewNoted(id, "corrected")}#${key}`);
    return seeOther((section && placeOfMoved(address, section, asked)) ?? `${address}#main`);
  });
}
