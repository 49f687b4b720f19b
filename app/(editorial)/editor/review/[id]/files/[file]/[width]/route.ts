import { requireEditor } from "#lib/auth/guards.ts";
import { findDesk } from "#lib/data/review/desk.ts";
import { findFileForEditors } from "#lib/data/review/for-editors.ts";
import { readAskedFile } from "#lib/http/answers/asked-file.ts";
import { fileAnswer } from "#lib/http/answers/file-answer.ts";

/** A file of a version, for its editors. */
export async function GET(request: Request, { params }: RouteContext<"/editor/review/[id]/files/[file]/[width]">) {
  await requireEditor();
  const { id, file, width } = await params;
  const asked = readAskedFile({ id: file, width });
  const desk = asked && (await findDesk(id));
  if (!desk) return new Response(null, { status: 404 });
  const found = await findFileForEditors(desk.caseStudyId, asked.id, asked.width || undefined);
  return fileAnswer(request, found, asked.id, false);
}
