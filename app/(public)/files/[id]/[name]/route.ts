import { z } from "zod";
import { findPublicFile } from "#lib/data/files/files.ts";
import { fileAnswer } from "#lib/http/answers/file-answer.ts";

/** A picture or document of a published case study. */
export async function GET(request: Request, { params }: RouteContext<"/files/[id]/[name]">) {
  const id = z.uuid().safeParse((await params).id);
  const file = id.success ? await findPublicFile(id.data) : null;
  return fileAnswer(request, file, String(id.data), true);
}
