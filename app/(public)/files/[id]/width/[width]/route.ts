import { findPublicFile } from "#lib/data/files/files.ts";
import { readAskedFile } from "#lib/http/answers/asked-file.ts";
import { fileAnswer } from "#lib/http/answers/file-answer.ts";

/** A picture of a published case study at one of the widths it is kept in. */
export async function GET(request: Request, { params }: RouteContext<"/files/[id]/width/[width]">) {
  const asked = readAskedFile(await params);
  const file = asked && (await findPublicFile(asked.id, asked.width));
  return fileAnswer(request, file, `${asked?.id}-${asked?.width}`, true);
}
