import { FilterBox, FilterSelect } from "#components/form/filter-box.tsx";
import { Folded } from "#components/listing/filters/folded.tsx";
import { eventKinds, eventNames } from "#lib/domain/workflow/editor-words.ts";
import type { HistoryQuery } from "#lib/domain/history/query.ts";
import { paths } from "#lib/http/paths.ts";

interface Choice {
  id: string;
  name: string;
}

interface Props {
  query: HistoryQuery;
  people: readonly Choice[];
  councils: readonly Choice[];
  /** What the one case study is called that the history is kept to. */
  title: string;
}

/** What the history can be narrowed down by, as one form that works by itself. */
export function HistoryFilters({ query, people, councils, title }: Props) {
  const { q, kinds, person, council, caseStudy, from, to } = query;
  const inForce = kinds.length + [q, person, council, caseStudy, from, to].filter(Boolean).length;
  return (
    <form action={paths.history} method="get" aria-label="Filters" className="no-print mb-8">
      <details className="filters">
        <summary>{inForce ? `Filters (${inForce})` : "Filters"}</summary>
        <div className="mt-4 grid gap-x-6 gap-y-4 tablet:grid-cols-2 desktop:mt-0">
          <FilterBox id="q" label="Words in the title or the reason, or a reference number">
            <input id="q" name="q" type="search" defaultValue={q} maxLength={200} className="field" />
          </FilterBox>
          <FilterSelect id="person" label="By" all="Anybody" choices={people} chosen={person} />
          <FilterSelect id="council" label="Council" all="Every council" choices={councils} chosen={council} />
          <div className="flex flex-wrap gap-4 *:grow">
            <FilterBox id="from" label="From">
              <input id="from" name="from" type="date" defaultValue={from ?? ""} className="field" />
            </FilterBox>
            <FilterBox id="to" label="To">
              <input id="to" name="to" type="date" defaultValue={to ?? ""} className="field" />
            </FilterBox>
          </div>
        </div>
        {caseStudy && (
          <label className="mt-4 flex gap-3">
            <input type="checkbox" name="caseStudy" value={caseStudy} defaultChecked className="mt-1 size-5 shrink-0" />
            Only {title ? `“${title}”` : "one case study"}
          </label>
        )}
        <div className="mt-6">
          <Folded
            label={kinds.length ? `Kinds of event (${kinds.length})` : "Kinds of event"}
            legend="Kinds of event"
            open={kinds.length > 0}
          >
            <Kinds chosen={kinds} />
          </Folded>
        </div>
        <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
          <button type="submit" className="button">
            Apply filters
          </button>
          {inForce > 0 && <a href={paths.history}>Clear filters</a>}
        </div>
      </details>
    </form>
  );
}

function Kinds({ chosen }: { chosen: HistoryQuery["kinds"] }) {
  return (
    <ul className="gap-x-10 tablet:columns-2 desktop:columns-3">
      {eventKinds.map((kind) => (
        <li key={kind} className="choice break-inside-avoid">
          <label>
            <input type="checkbox" name="kind" value={kind} defaultChecked={chosen.includes(kind)} />
            {eventNames[kind]}
          </label>
        </li>
      ))}
    </ul>
  );
}
