import { figure } from "#components/ui/words.ts";
import { extremesOf } from "#lib/domain/reports/extremes.ts";
import { Chart, em, share } from "./chart.tsx";
import { middleOf, MonthAxis } from "./month-axis.tsx";
import { Pointer } from "./pointer.tsx";
import { daysInWords, type DaysOfMonth } from "./words.ts";

const [room, plot] = [2.6, 9];

/** Within how many days half and nine in ten were decided, month by month. A month without a decision is a gap. */
export function DaysChart({ id, title, months }: { id: string; title: string; months: readonly DaysOfMonth[] }) {
  const count = months.length;
  const extremes = extremesOf(months.map(({ ninetieth }) => ninetieth));
  if (!extremes) return null;
  const { highest, latest } = extremes;
  const yOf = (days: number) => room + plot - (days / highest.value) * (plot - 0.4);
  const [at, last] = [highest.places[0], latest.places[0]];
  const { median = 0 } = months[last] ?? {};
  return (
    <Chart id={id} title={title} words={daysInWords(months)} height={room + plot + 1.8}>
      {months.map(({ month, median: half, ninetieth }, place) =>
        half === null || ninetieth === null ? null : (
          <Span key={month} place={place} count={count} from={yOf(half)} to={yOf(ninetieth)} />
        ),
      )}
      {at !== last && (
        <Pointer place={at} count={count} line={2.2} to={yOf(highest.value) - 0.1}>
          {`highest ${figure(highest.value)}`}
        </Pointer>
      )}
      <Pointer place={last} count={count} line={0.9} to={yOf(latest.value) - 0.1}>
        {`latest ${figure(median ?? 0)} and ${figure(latest.value)}`}
      </Pointer>
      <MonthAxis months={months.map(({ month }) => month)} base={room + plot} />
    </Chart>
  );
}

/** A dot for half, a bar for nine in ten, and a line between them. */
function Span({ place, count, from, to }: { place: number; count: number; from: number; to: number }) {
  const middle = middleOf(place, count);
  const [x, half] = [share(middle), 0.36 / count];
  return (
    <>
      <line x1={x} x2={x} y1={em(from)} y2={em(to)} stroke="currentColor" />
      <line
        x1={share(middle - half)}
        x2={share(middle + half)}
        y1={em(to)}
        y2={em(to)}
        stroke="currentColor"
        strokeWidth="3"
      />
      <circle cx={x} cy={em(from)} r="0.25em" />
    </>
  );
}

/** What the signs of the chart mean, in the order in which they stand above each other. */
export function DaysKey() {
  return (
    <ul className="mb-4 text-small">
      <li>
        <Sign>
          <line x1="1" x2="15" y1="8" y2="8" stroke="currentColor" strokeWidth="3" />
        </Sign>
        nine in ten were decided within so many days (the 90th percentile)
      </li>
      <li>
        <Sign>
          <circle cx="8" cy="8" r="4" />
        </Sign>
        half were decided within so many days (the median)
      </li>
    </ul>
  );
}

function Sign({ children }: { children: React.ReactNode }) {
  return (
    <span className="text-house">
      <svg width="16" height="16" fill="currentColor" aria-hidden="true" className="mr-2 inline-block">
        {children}
      </svg>
    </span>
  );
}
