import { erasePerson } from "#lib/commands/people/erasing/erase-person.ts";
import { findHoldings } from "#lib/data/people/holdings.ts";
import { forgetDraft } from "#lib/http/cookies.ts";
import { erasedAddress } from "#lib/http/erased.ts";
import { seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

/** Pressed twice, or with a link that opens nothing, it ends on the page that says so: nothing is claimed that was not done. */
export async function POST(_request: Request, { params }: RouteContext<"/erase/[token]/confirm">) {
  const token = (await params).token;
  const holdings = await findHoldings(token);
  if (!holdings) return seeOther(paths.erase(token));

  const erased = await erasePerson({ personId: holdings.personId });
  if (!erased.ok) return seeOther(paths.erase(token));
  const { deleted, kept } = erased.value;
  return seeOther(erasedAddress({ deleted, kept, letter: false }), forgetDraft());
}
