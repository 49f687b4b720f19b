import { addFiles } from "#lib/commands/files/add-files.ts";
import { withIntake } from "#lib/data/files/intake/intake.ts";
import { spend } from "#lib/data/limits.ts";
import { listCouncilNames } from "#lib/data/directory/council-names.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { findDraft } from "#lib/data/submissions/drafts.ts";
import { gapsIn } from "#lib/domain/template/progress.ts";
import { isWithAuthor } from "#lib/domain/workflow/states.ts";
import { seeOther } from "#lib/http/form.ts";
import { readAttached, refusedByLimit } from "#lib/http/forms/attached-form.ts";
import { refusalsToKeep, saidOf } from "#lib/http/forms/refused-files.ts";
import { readUpload } from "#lib/http/forms/upload.ts";
import { clientAddress, kilobytesOf } from "#lib/http/limits.ts";
import { paths } from "#lib/http/paths.ts";
import { textsOf } from "#lib/http/forms/texts-of.ts";
import { giveBack, onTheWay, placeAfter, rememberIn } from "../after-saving.ts";

/** Saves a section that has files, with those that came. What is typed is kept whatever becomes of them. */
export async function POST(request: Request, { params }: RouteContext<"/submit/[draft]/[section]/attach">) {
  const { draft: token, section: key } = await params;
  const client = clientAddress(request);
  const draft = await findDraft(token);
  const section = draft?.template.sections.find((one) => one.key === key);
  const saving = await spend("save", { address: client }, kilobytesOf(request));
  const room = saving.ok && draft ? await spend("revision", { address: client, draft: draft.versionId }) : saving;
  const taken = room.ok && section !== undefined;

  return withIntake(async (folder) => {
    const upload = await readUpload(request, taken ? folder : null);
    if (!upload) return new Response(null, { status: 400 });
    if (!draft || !section || !isWithAuthor(draft.state)) return giveBack(paths.draft(token), upload.typed);
    const councils = await listCouncilNames();
    const { asked, newFiles, contact, ...sent } = readAttached(section, upload, councils);
    const address = paths.draftSection(token, key);
    const again = async (typed: Record<string, unknown>, errors: Record<string, string>, headers = {}) =>
      seeOther(onTheWay(`${address}?attempt=${await keepAttempt(address, { typed, errors })}`, upload.values), headers);
    if (!room.ok) return again({ ...sent.typed, newFiles }, refusalsToKeep(refusedByLimit(section, room.reason)));

    const { versionId } = draft;
    const { saved, typed, refused } = await addFiles({ versionId, section, contact, ...sent });
    const all = [...sent.refused, ...refused];
    const errors = refusalsToKeep(all);
    if (!saved.ok) {
      const kept = { ...typed, contactTyped: contact };
      if (saved.reason !== "stale" && saved.reason !== "too-large") return giveBack(paths.draft(token), textsOf(kept));
      return again({ ...kept, newFiles: saidOf(all) }, { ...errors, saved: saved.reason });
    }
    const remembered = await rememberIn(request, token);
    if (Object.keys(errors).length > 0) return again({ newFiles: saidOf(all) }, errors, remembered);
    const { answers } = saved.value;
    // What a picture shows is asked for at once: later nobody remembers.
    const undescribed = sent.files.length > 0 && gapsIn(draft.template, section, answers).some(({ at }) => at.length);
    if (undescribed) return seeOther(onTheWay(`${address}?gaps`, upload.values), remembered);
    return seeOther(
      placeAfter({ token, template: draft.template, section, councils, contact }, answers, asked, upload.values),
      remembered,
    );
  });
}
