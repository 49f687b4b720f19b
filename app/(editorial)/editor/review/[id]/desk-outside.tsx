import { AskFactCheck } from "#components/review/ask-fact-check.tsx";
import { AskedNow, FactChecks } from "#components/review/fact-checks.tsx";
import type { Editor } from "#lib/auth/guards.ts";
import type { Desk } from "#lib/data/review/desk.ts";
import { listFactChecks } from "#lib/data/review/fact-checks.ts";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { mayAskFactCheck } from "#lib/domain/workflow/decide.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  desk: Desk;
  editor: Editor;
  /** Id of what was refused. */
  attempt: string;
  /** Id of the question that was just asked. */
  asked: string;
}

/** What people outside said about the facts, and a way to ask them. */
export async function DeskOutside({ desk, editor, attempt: attemptId, asked }: Props) {
  const { versionId, revision, state } = desk;
  const checks = await listFactChecks(versionId);
  const attempt = await findAttempt(attemptId, paths.reviewFactChecks(versionId));
  const mayAsk = mayAskFactCheck(state, editor);
  if (!mayAsk && !checks.length && !attempt) return null;
  return (
    <section aria-labelledby="fact-check" className="border-t-[3px] border-ink py-6">
      <h2 id="fact-check" className="mb-3 !text-h3">
        Fact checks
      </h2>
      <AskedNow check={checks.find(({ id }) => id === asked)} />
      <FactChecks
        checks={checks}
        latestRevision={revision}
        revoke={(id) => `${paths.reviewFactChecks(versionId)}/${id}/revoke`}
      />
      {(mayAsk || attempt) && (
        <details open={attempt !== null} className="no-print mt-4">
          <summary className="text-link underline underline-offset-4">Ask somebody outside to check the facts</summary>
          <div className="mt-4">
            <AskFactCheck
              path={`${paths.reviewFactChecks(versionId)}/ask`}
              basedOn={revision}
              typed={attempt?.typed ?? {}}
              errors={attempt?.errors ?? {}}
            />
          </div>
        </details>
      )}
    </section>
  );
}
