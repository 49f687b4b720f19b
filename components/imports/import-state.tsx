import { Notice } from "#components/ui/notice.tsx";
import { Status } from "#components/ui/status.tsx";
import { counted, figure } from "#components/ui/words.ts";
import type { Counts } from "#lib/domain/imports/findings.ts";
import { countToBring, stageWords } from "#lib/domain/imports/words.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  id: string;
  stage: string;
  problem: string;
  notes: readonly string[];
  publish: boolean;
  reason: string;
  done: number;
  total: number | null;
  counts: Counts;
  /** What whoever publishes declares for each, in the words of the form. */
  declared: readonly string[];
  /** Whether the reader may bring it in. */
  mayConfirm: boolean;
}

/** How far an import has come, and what can be done next. */
export function ImportState(props: Props) {
  const { id, stage, problem, notes, done, total } = props;
  const isUnderWay = stage === "waiting" || stage === "confirmed";
  return (
    <>
      <Status className="max-w-prose text-h3 font-bold">
        {stageWords[stage] ?? stage}
        {isUnderWay &&
          `: ${total ? `${figure(done)} of ${counted(total, "row", "rows")}` : counted(done, "row", "rows")}`}
      </Status>
      {isUnderWay && (
        <p className="mt-2 max-w-prose">
          This goes on whether or not you wait. <a href={paths.importReport(id)}>See how far it is now</a>
        </p>
      )}
      {stage === "refused" && <p className="mt-2 max-w-prose">{problem} The file itself was not kept.</p>}
      {notes.length > 0 && (
        <div className="mt-4">
          <Notice heading="About the whole file">
            <ul>
              {notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      {stage === "checked" && <Confirm {...props} />}
    </>
  );
}

function Confirm({ id, publish, reason, counts, declared, mayConfirm }: Props) {
  const rows = countToBring(counts);
  if (!rows) return <p className="mt-4 max-w-prose">There is nothing in it to bring in.</p>;
  if (!mayConfirm)
    return <p className="mt-4 max-w-prose">An administrator can bring it in, as it is to be published.</p>;
  return (
    <form method="post" action={`${paths.importReport(id)}/confirm`} className="no-print mt-6 max-w-prose">
      {publish ? (
        <>
          <p>
            They are published at once, with this reason in the history of each: “{reason}” They are marked for a second
            look. Nobody is written to about them but readers who have an alert. By bringing them in you declare for
            each:
          </p>
          <ul className="mt-2 list-disc pl-6">
            {declared.map((wording) => (
              <li key={wording}>{wording}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>They become drafts, or change the drafts that they were. Nobody is written to, and nothing is published.</p>
      )}
      {counts.wrong > 0 && (
        <p className="mt-3">
          {counted(counts.wrong, "row that is wrong stays", "rows that are wrong stay")} out. Put the file right and
          import it again: what has come in already is not doubled.
        </p>
      )}
      <button type="submit" className="button mt-4">
        Bring in {counted(rows, "row", "rows")}
      </button>
    </form>
  );
}
