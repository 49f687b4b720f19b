import { findDraftToken } from "#lib/data/submissions/drafts.ts";
import type { PastVersion } from "#lib/data/review/case-study-history.ts";
import type { Editor } from "#lib/auth/guards.ts";
import { isWithAuthor } from "#lib/domain/workflow/states.ts";
import { paths } from "#lib/http/paths.ts";

/** Says which draft an older version's words are in now. Only whoever brought them back gets its secret address. */
export async function Restored({ version, editor }: { version: PastVersion | undefined; editor: Editor }) {
  if (!version || !isWithAuthor(version.state)) return "Nothing was brought back: that version is not there any more.";
  const token = version.authorId === editor.id ? await findDraftToken(version.id) : null;
  return (
    <>
      Version {version.number} is a new draft with the words of the older one.{" "}
      {token && <a href={paths.draft(token)}>Open the draft</a>}
    </>
  );
}
