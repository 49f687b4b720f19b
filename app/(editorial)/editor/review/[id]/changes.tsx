import { compareWords } from "#components/review/difference/compare-words.ts";
import { Difference } from "#components/review/difference/difference.tsx";
import type { Comparison } from "#lib/data/review/comparisons.ts";
import type { Desk } from "#lib/data/review/desk.ts";
import { findRevision } from "#lib/data/review/revisions.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  desk: Desk;
  comparisons: readonly Comparison[];
  /** Which of them is asked for. */
  chosen: string;
}

const since: Record<Comparison["key"], string> = {
  seen: "since you last had it open",
  asked: "since changes were asked for",
  sent: "since the council sent it",
  published: "from what is published",
};

/** What is different in the newest words, from whichever older ones an editor chooses. */
export async function Changes({ desk, comparisons, chosen }: Props) {
  if (!comparisons.length) return null;
  const shown = comparisons.find(({ key }) => key === chosen);
  return (
    <section aria-labelledby="changes" className="mb-8">
      <h2 id="changes" className="mb-2 !text-h3">
        What changed{shown && ` ${since[shown.key]}`}
      </h2>
      <ul className="no-print mb-4 flex flex-wrap gap-x-6 gap-y-1">
        {comparisons
          .filter(({ key }) => key !== shown?.key)
          .map(({ key }) => (
            <li key={key}>
              <a href={`${paths.review(desk.versionId)}?changes=${key}#changes`}>Show what changed {since[key]}</a>
            </li>
          ))}
        {shown && (
          <li>
            <a href={paths.review(desk.versionId)}>Hide it</a>
          </li>
        )}
      </ul>
      {shown && <Shown desk={desk} from={shown} />}
    </section>
  );
}

async function Shown({ desk: { versionId, revision }, from }: { desk: Desk; from: Comparison }) {
  const [old, fresh] = await Promise.all([findRevision(from), findRevision({ versionId, number: revision })]);
  return old && fresh && <Difference sections={compareWords(old, fresh)} />;
}
