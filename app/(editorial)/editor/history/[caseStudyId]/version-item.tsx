import { Dotted } from "#components/ui/dotted.tsx";
import { counted, longDate, timeOf } from "#components/ui/words.ts";
import type { PastVersion } from "#lib/data/review/history/case-study.ts";
import { stateNames } from "#lib/domain/workflow/editor-words.ts";
import { isPast } from "#lib/domain/workflow/states.ts";
import { paths } from "#lib/http/paths.ts";

const most = 50;

/** One version: its state, whose it is, who wrote its revisions, and a way to begin again from an older one. */
export function VersionItem({ version, caseStudyId }: { version: PastVersion; caseStudyId: string }) {
  const { id, number, state, author, revisions } = version;
  return (
    <li className="border-b border-line py-3">
      <p>
        <a href={paths.review(id)} className="font-bold">
          Version {number} on the desk
        </a>{" "}
        {stateNames[state]}
        {author && <span className="text-small text-soft"> · by {author}</span>}
      </p>
      <details className="mt-1 text-small">
        <summary>{counted(revisions.length, "revision", "revisions")}</summary>
        <ol className="my-2 text-soft">
          {revisions.slice(0, most).map((revision) => (
            <li key={revision.number}>
              <Dotted>
                {`Revision ${revision.number}`}
                {`${longDate(revision.at)} at ${timeOf(revision.at)}`}
                {revision.writer || "its author"}
              </Dotted>
            </li>
          ))}
          {revisions.length > most && <li>and {revisions.length - most} older ones</li>}
        </ol>
      </details>
      {isPast(state) && (
        <form method="post" action={`${paths.caseStudyHistory(caseStudyId)}/restore`}>
          <input type="hidden" name="version" value={id} />
          <button type="submit" className="link-button">
            Bring version {number} back as a new draft
          </button>
        </form>
      )}
    </li>
  );
}
