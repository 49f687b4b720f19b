import { notFound } from "next/navigation";
import { startSession } from "#lib/auth/sessions.ts";
import { listEditors } from "#lib/data/people/people.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { readNext } from "#lib/http/sign-in/next-page.ts";
import { paths } from "#lib/http/paths.ts";
import { demonstration } from "#lib/http/site.ts";

/** Only where the data is invented: with any other database this address does not exist. */
export async function POST(request: Request) {
  if (!demonstration) notFound();
  const form = await readForm(request);
  const editor = (await listEditors()).find(({ id }) => id === fieldOf(form, "person"));
  if (!editor) return seeOther(paths.signIn);
  const cookies = await startSession({ personId: editor.id, secondFactorAt: new Date() });
  return seeOther(readNext(fieldOf(form, "next")) ?? paths.queue(), cookies);
}
