import { changeAlert } from "#lib/commands/alerts/change-alert.ts";
import { readFrequency } from "#lib/domain/alerts/frequencies.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

export async function POST(request: Request, { params }: RouteContext<"/alerts/[token]/change">) {
  const token = (await params).token;
  const frequency = readFrequency(fieldOf(await readForm(request), "frequency"));
  if (!frequency) return seeOther(paths.alert(token));
  await changeAlert({ token, frequency });
  return seeOther(`${paths.alert(token)}?changed`);
}
