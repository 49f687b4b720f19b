import { requireEditor } from "#lib/auth/guards.ts";
import { writeComment } from "#lib/commands/workflow/write-comment.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { charactersOrFewer } from "#lib/domain/template/text.ts";
import { longestComment } from "#lib/domain/workflow/comments.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

const words: Record<string, string> = {
  "text-missing": "Write the comment",
  "too-long": `Use ${charactersOrFewer(longestComment)}`,
  "not-allowed": "Somebody else has moved it on meanwhile, so nothing can be written beside it now. Copy your comment.",
  "not-found": "This section is no longer there. Copy your comment.",
};

export async function POST(request: Request, { params }: RouteContext<"/editor/review/[id]/comment">) {
  const editor = await requireEditor();
  const { id } = await params;
  const form = await readForm(request);
  const comment = {
    section: fieldOf(form, "section"),
    text: fieldOf(form, "text"),
    toCouncil: fieldOf(form, "toCouncil") === "yes",
  };
  const written = await writeComment({ ...comment, versionId: id, actor: editor });
  if (written.ok) return seeOther(`${paths.reviewNoted(id, "comment")}#${comment.section}`);
  const attempt = await keepAttempt(paths.review(id), {
    typed: comment,
    errors: { text: words[written.reason] ?? "" },
  });
  return seeOther(`${paths.review(id)}?attempt=${attempt}`);
}
