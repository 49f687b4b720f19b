import { db } from "#lib/data/db.ts";
import { removeFiles } from "#lib/data/files/files.ts";
import { forgetIdlePerson } from "#lib/data/people/people.ts";
import { removeVersions } from "#lib/data/submissions/removal.ts";
import { lockVersion } from "#lib/data/versions.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { isUnsent } from "#lib/domain/workflow/states.ts";
import { notingErasures, patienceMs } from "./noting-erasures.ts";

type Refusal = "not-found" | "wrong-state";

/**
 * Deletes one draft, for whoever has its link: its words, history and files, and its author where nothing else is theirs. What was sent
 * is the editors' to decide about, and stays. Put back from an older backup, it is deleted again.
 */
export async function deleteDraft(versionId: string): Promise<Result<null, Refusal>> {
  const deleted = await notingErasures<Result<string[], Refusal>>((note) =>
    db.$transaction(
      async (tx) => {
        const version = await lockVersion(tx, versionId);
        if (!version) return refuse("not-found");
        if (!isUnsent(version.state)) return refuse("wrong-state");
        const files = await removeVersions(tx, [versionId]);
        if (version.authorId) await forgetIdlePerson(tx, version.authorId);
        await note({ what: "version", id: versionId });
        return ok(files);
      },
      { timeout: patienceMs },
    ),
  );
  if (!deleted.ok) return deleted;
  await removeFiles(deleted.value);
  return ok(null);
}
