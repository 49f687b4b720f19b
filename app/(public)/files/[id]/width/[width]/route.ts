import { z } from "zod";
import { findPublicFile } from "#lib/data/files/files.ts";
import { fileAnswer } from "#lib/http/answers/file-answer.ts";

const asked = z.object({ id: z.uuid(), width: z.coerce.number().int() });

/** A picture of a published case study at one of the widths it is kept in. */
export async function GET(request: Request, { params }: RouteContext<"/files/[id]/width/[width]">) {
  const read = asked.safeParse(await params);
  const file = read.success ? await findPublicFile(read.data.id, read.data.width) : null;
  if (!read.success || !file) return new Response(null, { status: 404 });
  return fileAnswer(request, file, `${read.data.id}-${read.data.width}`, true);
}
