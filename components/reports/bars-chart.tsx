import { figure } from "#components/ui/words.ts";
import { Chart, em, share } from "./chart.tsx";
import { barsInWords, type Bar } from "./words.ts";

interface Props {
  id: string;
  title: string;
  bars: readonly Bar[];
}

const row = 2.5;

/** One bar under each name, as long as its number is large; for none only the line that all begin at. */
export function BarsChart({ id, title, bars }: Props) {
  const top = Math.max(...bars.map(({ value }) => value), 1);
  return (
    <Chart id={id} title={title} words={barsInWords(bars)} height={bars.length * row}>
      {bars.map(({ name, value }, place) => (
        <g key={name}>
          <text x="0" y={em(place * row + 1)}>
            {`${name}: ${figure(value)}`}
          </text>
          {value > 0 && <rect x="0" width={share(value / top)} y={em(place * row + 1.35)} height="0.7em" />}
          <line
            x1="1"
            x2="1"
            y1={em(place * row + 1.25)}
            y2={em(place * row + 2.15)}
            stroke="currentColor"
            strokeWidth="2"
          />
        </g>
      ))}
    </Chart>
  );
}
