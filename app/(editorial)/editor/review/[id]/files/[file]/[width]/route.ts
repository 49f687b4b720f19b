import { z } from "zod";
import { requireEditor } from "#lib/auth/guards.ts";
import { findOwnFile } from "#lib/data/files/files.ts";
import { findDesk } from "#lib/data/review/desk.ts";
import { fileAnswer } from "#lib/http/answers/file-answer.ts";

const asked = z.object({ file: z.uuid(), width: z.coerce.number().int() });

/** A file of a version, for its editors. */
export async function GET(request: Request, { params }: RouteContext<"/editor/review/[id]/files/[file]/[width]">) {
  await requireEditor();
  const { id, ...rest } = await params;
  const read = asked.safeParse(rest);
  const desk = read.success ? await findDesk(id) : null;
  if (!read.success || !desk) return new Response(null, { status: 404 });
  const { file, width } = read.data;
  const found = await findOwnFile(desk.caseStudyId, file, width || undefined);
  return found ? fileAnswer(request, found, file, false) : new Response(null, { status: 404 });
}
