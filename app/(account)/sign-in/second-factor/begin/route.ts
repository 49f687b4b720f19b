import { beginSecondFactor } from "#lib/auth/second-factor.ts";
import { findVisitor } from "#lib/auth/visitor.ts";
import { seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

export async function POST() {
  const visitor = await findVisitor();
  if (!visitor) return seeOther(paths.signIn);
  await beginSecondFactor(visitor);
  return seeOther(paths.secondFactor);
}
