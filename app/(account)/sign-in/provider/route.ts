import { notFound } from "next/navigation";
import { hasProvider, leadToProvider } from "#lib/auth/provider.ts";
import { seeOther } from "#lib/http/form.ts";
import { readNext, rememberNext } from "#lib/http/sign-in/next-page.ts";

export async function GET(request: Request) {
  if (!hasProvider()) notFound();
  const next = readNext(new URL(request.url).searchParams.get("next"));
  const { url, cookies } = await leadToProvider();
  return seeOther(url, [...cookies, ...rememberNext(next)]);
}
