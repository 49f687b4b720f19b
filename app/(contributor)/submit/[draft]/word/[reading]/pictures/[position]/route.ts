import { findDraft } from "#lib/data/submissions/drafts.ts";
import { findPictureFor } from "#lib/data/submissions/word-readings.ts";
import { fileAnswer } from "#lib/http/answers/file-answer.ts";

/** A picture that was read of a Word file, for whoever has the link of its draft. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/submit/[draft]/word/[reading]/pictures/[position]">,
) {
  const { draft: token, reading, position } = await params;
  const draft = await findDraft(token);
  const bytes = draft && (await findPictureFor(draft.versionId, reading, position));
  if (!bytes) return new Response(null, { status: 404 });
  const content = async () => new Blob([bytes]).stream();
  const name = `picture-${Number(position) + 1}.webp`;
  return fileAnswer(request, { name, type: "image/webp", bytes: bytes.length, content }, reading, false);
}
