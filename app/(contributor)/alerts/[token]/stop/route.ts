import { stopAlert } from "#lib/commands/alerts/stop-alert.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

/** Where the link in a letter leads: a program that opens it stops nothing. */
export async function GET(_request: Request, { params }: RouteContext<"/alerts/[token]/stop">) {
  return seeOther(`${paths.alert((await params).token)}?stop`);
}

/** From the page, or from a mail program, which wants a plain answer and is led nowhere (RFC 8058). */
export async function POST(request: Request, { params }: RouteContext<"/alerts/[token]/stop">) {
  const oneClick = fieldOf(await readForm(request), "List-Unsubscribe") === "One-Click";
  await stopAlert({ token: (await params).token });
  return oneClick ? new Response("The alert is stopped.\n") : seeOther(paths.alertStopped);
}
