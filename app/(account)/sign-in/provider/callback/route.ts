import { notFound } from "next/navigation";
import { hasProvider, returnFromProvider } from "#lib/auth/provider.ts";
import { seeOther } from "#lib/http/form.ts";
import { nextPage } from "#lib/http/sign-in/next-page.ts";
import { paths } from "#lib/http/paths.ts";

export async function GET(request: Request) {
  if (!hasProvider()) notFound();
  const returned = await returnFromProvider(Object.fromEntries(new URL(request.url).searchParams));
  if (!returned.ok) return seeOther(`${paths.signIn}?refused`);
  const { cookies, complete } = returned.value;
  return seeOther(complete ? nextPage(request.headers.get("cookie")) : paths.secondFactor, cookies);
}
