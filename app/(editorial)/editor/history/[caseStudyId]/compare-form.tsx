import { FilterBox } from "#components/form/filter-box.tsx";
import { shortDate, timeOf } from "#components/ui/words.ts";
import type { HistoryEvent } from "#lib/data/review/history/events.ts";
import type { PastVersion } from "#lib/data/review/history/case-study.ts";
import { writeRevision } from "#lib/domain/history/comparison.ts";
import { stateNames } from "#lib/domain/workflow/editor-words.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  caseStudyId: string;
  versions: readonly PastVersion[];
  events: readonly HistoryEvent[];
  from: string;
  to: string;
}

/** Drafts are saved often: of each version the newest revisions are offered, and those that something happened to. */
const newest = 20;

/** Which two revisions to compare. */
export function CompareForm({ caseStudyId, versions, events, from, to }: Props) {
  const marked = new Set(events.map(({ versionId, revision }) => writeRevision({ versionId, number: revision })));
  const sent = new Set(
    events.flatMap(({ kind, versionId, revision }) =>
      kind === "submit" ? [writeRevision({ versionId, number: revision })] : [],
    ),
  );
  const offered = versions.map(({ id: versionId, number, state, revisions }) => ({
    label: `Version ${number}, ${stateNames[state].toLowerCase()}`,
    revisions: revisions
      .map((revision) => ({
        ...revision,
        version: number,
        value: writeRevision({ versionId, number: revision.number }),
      }))
      .filter(({ value }, index) => index < newest || marked.has(value) || value === from || value === to),
  }));
  const all = offered.flatMap(({ revisions }) => revisions.map(({ value }) => value));
  const box = (name: string, label: string, chosen: string) => (
    <FilterBox id={name} label={label}>
      <select id={name} name={name} defaultValue={chosen} className="field">
        {offered.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.revisions.map(({ value, version, number, at, writer, byCouncil }) => (
              <option key={value} value={value}>
                {[
                  // A closed box shows nothing of its group.
                  `Revision ${versions.length > 1 ? `${version}.` : ""}${number}`,
                  `${shortDate(at)} ${timeOf(at)}`,
                  byCouncil ? "the council" : writer,
                  ...(sent.has(value) ? ["sent"] : []),
                ].join(", ")}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </FilterBox>
  );
  return (
    <form method="get" action={`${paths.caseStudyHistory(caseStudyId)}#compare`} className="no-print mb-6">
      <div className="grid gap-x-6 gap-y-4 tablet:grid-cols-2">
        {box("from", "The older words", from || (all[1] ?? all[0] ?? ""))}
        {box("to", "The newer words", to || (all[0] ?? ""))}
      </div>
      <button type="submit" className="button mt-4">
        Compare
      </button>
    </form>
  );
}
