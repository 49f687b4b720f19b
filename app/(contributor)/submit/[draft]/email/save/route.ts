import { z } from "zod";
import { nameAuthor } from "#lib/commands/submissions/name-author.ts";
import { spend } from "#lib/data/limits.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { findDraft } from "#lib/data/submissions/drafts.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { clientAddress, kilobytesOf, tooMany } from "#lib/http/limits.ts";
import { paths } from "#lib/http/paths.ts";

const emailAddress = z
  .email("Enter an e-mail address like name@council.gov.uk")
  .max(254, "Enter a shorter e-mail address");

export async function POST(request: Request, { params }: RouteContext<"/submit/[draft]/email/save">) {
  const token = (await params).draft;
  const draft = await findDraft(token);
  if (!draft) return seeOther(paths.draft(token));

  const client = clientAddress(request);
  const saving = await spend("save", { address: client }, kilobytesOf(request));
  if (!saving.ok) return tooMany(saving.reason);

  const typed = fieldOf(await readForm(request), "email");
  const email = emailAddress.safeParse(typed);
  if (!email.success) {
    const address = paths.draftEmail(token);
    const errors = { email: typed ? (email.error.issues[0]?.message ?? "") : "Enter your work e-mail address" };
    return seeOther(`${address}?attempt=${await keepAttempt(address, { typed: { email: typed }, errors })}`);
  }
  const asking = await spend("letter", { address: client, email: email.data });
  if (!asking.ok) return tooMany(asking.reason);

  const actor = { kind: "holder", versionId: draft.versionId } as const;
  await nameAuthor({ versionId: draft.versionId, email: email.data, actor });
  return seeOther(paths.draft(token));
}
