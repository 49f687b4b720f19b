import { figure } from "#components/ui/words.ts";
import { extremesOf } from "#lib/domain/reports/extremes.ts";
import { Chart, em, share } from "./chart.tsx";
import { MonthAxis } from "./month-axis.tsx";
import { Pointer } from "./pointer.tsx";
import { countsInWords } from "./words.ts";

interface Props {
  id: string;
  title: string;
  months: readonly string[];
  values: readonly number[];
  /** The value of the tallest column there is room for, so that charts beside each other can be compared. */
  top: number;
}

const [room, plot] = [2.6, 6];

/** One column a month. The highest and the latest say what they are. */
export function ColumnsChart({ id, title, months, values, top }: Props) {
  const count = months.length;
  const extremes = extremesOf(values);
  if (!extremes) return null;
  const { highest, latest } = extremes;
  const heightOf = (value: number) => (top > 0 ? (value / top) * plot : 0);
  const topOf = (value: number) => room + plot - heightOf(value);
  const [at] = highest.places;
  const [last] = latest.places;
  return (
    <Chart id={id} title={title} words={countsInWords(months, values)} height={room + plot + 1.8}>
      {values.map((value, place) =>
        value > 0 ? (
          <rect
            key={months[place]}
            x={share((place + 0.15) / count)}
            width={share(0.7 / count)}
            y={em(topOf(value))}
            height={em(heightOf(value))}
          />
        ) : null,
      )}
      {at !== last && highest.value > 0 && (
        <Pointer place={at} count={count} line={2.2} to={topOf(highest.value)}>
          {`highest ${figure(highest.value)}`}
        </Pointer>
      )}
      <Pointer place={last} count={count} line={0.9} to={topOf(latest.value)}>
        {`${at === last && highest.value > 0 ? "latest, and highest," : "latest"} ${figure(latest.value)}`}
      </Pointer>
      <MonthAxis months={months} base={room + plot} />
    </Chart>
  );
}
