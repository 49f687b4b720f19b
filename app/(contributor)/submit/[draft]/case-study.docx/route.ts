import { spend } from "#lib/data/limits.ts";
import { findDraft, titleOf } from "#lib/data/submissions/drafts.ts";
import { slugOf } from "#lib/domain/slug.ts";
import { isWithAuthor } from "#lib/domain/workflow/states.ts";
import { draftDocument } from "#lib/transfer/word/documents.ts";
import { clientAddress, tooMany } from "#lib/http/limits.ts";
import { wordResponse } from "#lib/http/answers/word.ts";

/** A draft as a Word file, for whoever has its link: to go on writing while they may, and to read afterwards. */
export async function GET(request: Request, { params }: RouteContext<"/submit/[draft]/case-study.docx">) {
  const draft = await findDraft((await params).draft);
  if (!draft) return new Response(null, { status: 404 });
  const spent = await spend("read", { address: clientAddress(request) });
  if (!spent.ok) return tooMany(spent.reason);
  return wordResponse(await draftDocument(draft, isWithAuthor(draft.state) ? "form" : "paper"), slugOf(titleOf(draft)));
}
