import { requireEditor } from "#lib/auth/guards.ts";
import { findDesk } from "#lib/data/review/desk.ts";
import { slugOf } from "#lib/domain/slug.ts";
import { draftDocument } from "#lib/transfer/word/documents.ts";
import { wordResponse } from "#lib/http/answers/word.ts";

/** What lies on the desk, as a Word file. */
export async function GET(_request: Request, { params }: RouteContext<"/editor/review/[id]/case-study.docx">) {
  await requireEditor();
  const desk = await findDesk((await params).id);
  if (!desk) return new Response(null, { status: 404 });
  return wordResponse(await draftDocument(desk, "paper"), slugOf(desk.title));
}
