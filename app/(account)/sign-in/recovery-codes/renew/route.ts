import { requireEditor } from "#lib/auth/guards.ts";
import { renewRecoveryCodes } from "#lib/auth/second-factor.ts";
import { seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

export async function POST() {
  const editor = await requireEditor();
  await renewRecoveryCodes(editor.id);
  return seeOther(paths.recoveryCodes);
}
