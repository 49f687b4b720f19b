import { saveSection } from "#lib/commands/submissions/save-section.ts";
import { spend } from "#lib/data/limits.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { listCouncilNames } from "#lib/data/directory/council-names.ts";
import { findDraft } from "#lib/data/submissions/drafts.ts";
import { isWithAuthor } from "#lib/domain/workflow/states.ts";
import { readForm, readTyped, seeOther } from "#lib/http/form.ts";
import { clientAddress, kilobytesOf, tooMany } from "#lib/http/limits.ts";
import { paths } from "#lib/http/paths.ts";
import { readSection } from "#lib/http/forms/section-form.ts";
import { textsOf } from "#lib/http/forms/texts-of.ts";
import { giveBack, onTheWay, placeAfter, rememberIn } from "../after-saving.ts";

export async function POST(request: Request, { params }: RouteContext<"/submit/[draft]/[section]/save">) {
  const { draft: token, section: key } = await params;
  const client = clientAddress(request);
  const saving = await spend("save", { address: client }, kilobytesOf(request));
  if (!saving.ok) return tooMany(saving.reason);

  const draft = await findDraft(token);
  const section = draft?.template.sections.find((one) => one.key === key);
  if (!draft || !section || !isWithAuthor(draft.state)) return giveBack(paths.draft(token), await readTyped(request));
  const revising = await spend("revision", { address: client, draft: draft.versionId });
  if (!revising.ok) return tooMany(revising.reason);

  const form = await readForm(request);
  const councils = await listCouncilNames();
  const { asked, typed, contact, ...sent } = readSection(section, form, councils);
  const saved = await saveSection({ versionId: draft.versionId, section, typed, contact, ...sent });

  const address = paths.draftSection(token, key);
  if (!saved.ok) {
    const kept = { ...typed, contactTyped: contact };
    if (saved.reason !== "stale" && saved.reason !== "too-large") return giveBack(paths.draft(token), textsOf(kept));
    const attempt = await keepAttempt(address, { typed: kept, errors: { saved: saved.reason } });
    return seeOther(onTheWay(`${address}?attempt=${attempt}`, form));
  }
  return seeOther(
    placeAfter({ token, template: draft.template, section, councils, contact }, saved.value.answers, asked, form),
    await rememberIn(request, token),
  );
}
