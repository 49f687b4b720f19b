import { notFound } from "next/navigation";
import { hasProvider, returnFromProvider } from "#lib/auth/provider.ts";
import { seeOther } from "#lib/http/form.ts";
import { forgetNext, nextPage } from "#lib/http/sign-in/next-page.ts";
import { paths } from "#lib/http/paths.ts";

export async function GET(request: Request) {
  if (!hasProvider()) notFound();
  const returned = await returnFromProvider(Object.fromEntries(new URL(request.url).searchParams));
  if (!returned.ok) return seeOther(`${paths.signIn}?refused`);
  const { cookies, complete } = returned.value;
  if (!complete) return seeOther(paths.secondFactor, cookies);
  return seeOther(nextPage(request.headers.get("cookie")), [...cookies, ...forgetNext()]);
}
