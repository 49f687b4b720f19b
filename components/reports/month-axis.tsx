import { em, share } from "./chart.tsx";
import { shortMonth } from "./words.ts";

/** Where the middle of a month's room is. */
export const middleOf = (place: number, count: number): number => (place + 0.5) / count;

interface Props {
  months: readonly string[];
  /** Where the line is on which everything stands, in lines of text. */
  base: number;
}

/** The line under a series of months, with the first and last of them, and January between them where there is room for its name. */
export function MonthAxis({ months, base }: Props) {
  const count = months.length;
  const Januaries = months.flatMap((month, place) => (month.endsWith("-01") ? [place] : []));
  const isInTheMiddle = (place: number) => Math.abs(middleOf(place, count) - 0.5) < 0.13;
  return (
    <>
      <line x1="0" x2="100%" y1={em(base)} y2={em(base)} stroke="currentColor" strokeWidth="2" />
      {Januaries.map((place) => (
        <line
          key={place}
          x1={share(middleOf(place, count))}
          x2={share(middleOf(place, count))}
          y1={em(base)}
          y2={em(base + 0.4)}
          stroke="currentColor"
        />
      ))}
      <text x="0" y={em(base + 1.4)}>
        {shortMonth(months[0] ?? "")}
      </text>
      {Januaries.filter(isInTheMiddle).map((place) => (
        <text key={place} x={share(middleOf(place, count))} y={em(base + 1.4)} textAnchor="middle">
          {shortMonth(months[place] ?? "")}
        </text>
      ))}
      <text x="100%" y={em(base + 1.4)} textAnchor="end">
        {shortMonth(months.at(-1) ?? "")}
      </text>
    </>
  );
}
