import { findDraftToken } from "#lib/data/submissions/drafts.ts";
import type { PastVersion } from "#lib/data/review/history/case-study.ts";
import type { Editor } from "#lib/auth/guards.ts";
import { paths } from "#lib/http/paths.ts";

/** Says which draft an older version's words are in now. Only whoever brought them back gets its secret address. */
export async function Restored({ version, editor }: { version: PastVersion; editor: Editor }) {
  const token = version.authorId === editor.id ? await findDraftToken(version.id) : null;
  return (
    <>
      Version {version.number} is a new draft with the words of the older one.{" "}
      {token && <a href={paths.draft(token)}>Open the draft</a>}
    </>
  );
}
