import { confirmAlert } from "#lib/commands/alerts/confirm-alert.ts";
import { seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

export async function POST(_request: Request, { params }: RouteContext<"/alerts/[token]/confirm">) {
  const token = (await params).token;
  await confirmAlert({ token });
  return seeOther(`${paths.alert(token)}?confirmed`);
}
