import type { ReactNode } from "react";
import { countFilters, isNarrowed, ownQueue, widened, type QueueQuery } from "#lib/domain/queue/query.ts";
import type { Choice, QueueChoices } from "#lib/domain/queue/read.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  query: QueueQuery;
  choices: QueueChoices;
}

/** Words to look for and filters, as one form that works by itself. */
export function QueueFilters({ query, choices }: Props) {
  const inForce = countFilters(query);
  const council = choices.councils.find(({ id }) => id === query.council);
  return (
    <form action={paths.queue()} method="get" role="search" className="no-print pt-5" aria-label="Queue">
      {query.tab !== ownQueue.tab && <input type="hidden" name="tab" value={query.tab} />}
      <label htmlFor="q" className="mb-1 block text-small font-bold">
        Title, council or reference number
      </label>
      <div className="flex max-w-[36rem]">
        <input id="q" name="q" type="search" defaultValue={query.q} className="field min-w-0 border-r-0" />
        <button type="submit" className="button shrink-0">
          Find
        </button>
      </div>
      <details className="mt-2" open={inForce > 0}>
        <summary className="inline-block py-1 text-small text-link underline underline-offset-4">
          {inForce ? `Filters (${inForce})` : "Filters"}
        </summary>
        <div className="mt-2 grid gap-x-6 gap-y-4 text-small tablet:grid-cols-2 desktop:grid-cols-4">
          <Labelled id="council" label="Council">
            <input
              id="council"
              name="council"
              type="text"
              defaultValue={council?.name ?? ""}
              autoComplete="off"
              className="field"
            />
          </Labelled>
          <Select id="topic" label="Topic" any="Any topic" chosen={query.topic} choices={choices.topics} />
          <Select id="kind" label="Kind" any="Any kind" chosen={query.kind} choices={choices.kinds} />
          <Select id="assignee" label="With" any="Anybody" chosen={query.assignee} choices={choices.editors} />
        </div>
        <button type="submit" className="button mt-4">
          Apply filters
        </button>
      </details>
      {isNarrowed(query) && (
        <p className="mt-2">
          <a href={paths.queue(widened(query))}>Show all of this part</a>
        </p>
      )}
    </form>
  );
}

function Labelled({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-bold">
        {label}
      </label>
      {children}
    </div>
  );
}

interface SelectProps {
  id: string;
  label: string;
  /** What choosing nothing says. */
  any: string;
  chosen: string | null;
  choices: readonly Choice[];
}

function Select({ id, label, any, chosen, choices }: SelectProps) {
  return (
    <Labelled id={id} label={label}>
      <select id={id} name={id} defaultValue={chosen ?? ""} className="field">
        <option value="">{any}</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.name}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
