import { em, share } from "./chart.tsx";
import { middleOf } from "./month-axis.tsx";

interface Props {
  place: number;
  count: number;
  /** The line of text it stands on, and where what it is about begins, in lines of text. */
  line: number;
  to: number;
  children: string;
}

/** A few words above a month, with a thin line down to what they are about. They lean to the side where there is more room. */
export function Pointer({ place, count, line, to, children }: Props) {
  const middle = middleOf(place, count);
  const isLast = place === count - 1;
  return (
    <>
      <text
        x={isLast ? "100%" : share(middle < 0.5 ? place / count : (place + 1) / count)}
        y={em(line)}
        textAnchor={isLast || middle >= 0.5 ? "end" : "start"}
      >
        {children}
      </text>
      {to - line > 0.5 && (
        <line
          x1={share(middle)}
          x2={share(middle)}
          y1={em(line + 0.3)}
          y2={em(to - 0.1)}
          stroke="currentColor"
          strokeDasharray="2 3"
        />
      )}
    </>
  );
}
