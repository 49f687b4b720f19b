import { findOwnFile } from "#lib/data/files/files.ts";
import { findDraft } from "#lib/data/submissions/drafts.ts";
import { readAskedFile } from "#lib/http/answers/asked-file.ts";
import { fileAnswer } from "#lib/http/answers/file-answer.ts";

/** A file of a draft, for whoever has its link. */
export async function GET(request: Request, { params }: RouteContext<"/submit/[draft]/files/[id]/[width]">) {
  const { draft: token, ...rest } = await params;
  const asked = readAskedFile(rest);
  const draft = asked && (await findDraft(token));
  if (!draft) return new Response(null, { status: 404 });
  const file = await findOwnFile(draft.caseStudyId, asked.id, asked.width || undefined);
  return fileAnswer(request, file, asked.id, false);
}
