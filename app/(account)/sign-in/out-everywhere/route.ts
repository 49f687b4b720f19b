import { requireEditor } from "#lib/auth/guards.ts";
import { endSession } from "#lib/auth/sessions.ts";
import { endEverySession } from "#lib/commands/people/end-every-session.ts";
import { seeOther } from "#lib/http/form.ts";
import { forgetNext } from "#lib/http/sign-in/next-page.ts";
import { paths } from "#lib/http/paths.ts";

export async function POST() {
  const editor = await requireEditor();
  const cookies = await endSession();
  await endEverySession({ personId: editor.id });
  return seeOther(paths.signIn, [...cookies, ...forgetNext(), ["clear-site-data", '"cache"']]);
}
