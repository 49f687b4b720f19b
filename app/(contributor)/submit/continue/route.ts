import { findDraft } from "#lib/data/submissions/drafts.ts";
import { forgetDraft, rememberedDraft } from "#lib/http/cookies.ts";
import { seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

/** Takes this browser back to the draft it worked on last. */
export async function GET() {
  const token = await rememberedDraft();
  if (token && (await findDraft(token))) return seeOther(paths.draft(token));
  return seeOther(`${paths.startDraft}?none`, token ? forgetDraft() : {});
}
