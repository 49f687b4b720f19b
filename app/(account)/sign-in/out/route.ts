import { endSession } from "#lib/auth/sessions.ts";
import { seeOther } from "#lib/http/form.ts";
import { forgetNext } from "#lib/http/sign-in/next-page.ts";
import { paths } from "#lib/http/paths.ts";

export async function POST() {
  return seeOther(paths.home, [...(await endSession()), ...forgetNext(), ["clear-site-data", '"cache"']]);
}
