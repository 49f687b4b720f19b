import { z } from "zod";
import { findOwnFile } from "#lib/data/files/files.ts";
import { findDraft } from "#lib/data/submissions/drafts.ts";
import { fileAnswer } from "#lib/http/answers/file-answer.ts";

const asked = z.object({ id: z.uuid(), width: z.coerce.number().int() });

/** A file of a draft, for whoever has its link. */
export async function GET(request: Request, { params }: RouteContext<"/submit/[draft]/files/[id]/[width]">) {
  const { draft: token, ...rest } = await params;
  const read = asked.safeParse(rest);
  const draft = read.success ? await findDraft(token) : null;
  if (!read.success || !draft) return new Response(null, { status: 404 });
  const { id, width } = read.data;
  const file = await findOwnFile(draft.caseStudyId, id, width || undefined);
  return file ? fileAnswer(request, file, id, false) : new Response(null, { status: 404 });
}
