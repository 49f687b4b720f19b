import { requireEditor } from "#lib/auth/guards.ts";
import { retagCaseStudies, type RetagRefused } from "#lib/commands/catalogue/case-studies/retag-case-studies.ts";
import { counted, listed } from "#components/ui/words.ts";
import { readSeen } from "#lib/data/catalogue/retagging/plan.ts";
import { mostRetagged } from "#lib/domain/catalogue/retag/retag-bounds.ts";
import { fieldOf, readForm } from "#lib/http/form.ts";
import { readRetag, readSeenVersions } from "#lib/http/forms/retag.ts";
import { paths } from "#lib/http/paths.ts";
import { answerWith } from "../../../answer.ts";

/** Retags the case studies that an editor was shown, as they were shown. */
export async function POST(request: Request) {
  const actor = await requireEditor();
  const form = await readForm(request);
  const seen = await readSeen(readSeenVersions(fieldOf(form, "seen")));
  const done = await retagCaseStudies({ seen, retag: readRetag(form), actor });
  if (!done.ok) {
    const again = new URLSearchParams(fieldOf(form, "again"));
    again.set("show", "preview");
    again.delete("attempt");
    return answerWith(paths.retag, { notDone: [because(done.reason)] }, `${again}`);
  }
  const { written, left } = done.value;
  const rest = left.length ? [`Left, as somebody changed them meanwhile: ${listed(left)}.`] : [];
  return answerWith(paths.catalogue, {
    done: `${counted(written, "case study was", "case studies were")} retagged.`,
    notDone: rest,
  });
}

function because(reason: RetagRefused): string {
  switch (reason.why) {
    case "not-allowed":
      return "This is not for you to do.";
    case "nothing-chosen":
      return "Nothing that can change was chosen.";
    case "too-many":
      return `At most ${mostRetagged} are retagged at once.`;
    case "not-offered":
      return "What was to be added has been retired or merged meanwhile. Choose again.";
    case "changed":
      return `Nothing was retagged, as somebody has changed these since you looked: ${listed(reason.titles)}. Below is what it comes to now.`;
  }
}
