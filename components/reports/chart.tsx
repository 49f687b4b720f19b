import type { ReactNode } from "react";

interface Props {
  id: string;
  /** What it shows. */
  title: string;
  /** What it says, for whoever cannot see it. */
  words: string;
  /** In lines of text. */
  height: number;
  children: ReactNode;
}

/**
 * The frame of a chart, as wide as there is room. Within it widths are shares of that room and heights are lines of text, so that
 * words keep their size on every screen and grow with the reader's. Everything is drawn in the colour of text, which every scheme,
 * forced colours and paper have.
 */
export function Chart({ id, title, words, height, children }: Props) {
  return (
    <figure className="max-w-[44rem] text-small text-house">
      <svg
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-words`}
        width="100%"
        height={em(height)}
        fill="currentColor"
        stroke="none"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-words`}>{words}</desc>
        {children}
      </svg>
    </figure>
  );
}

/** A height in a chart: "1.5em". */
export const em = (lines: number): string => `${round(lines)}em`;

/** A share of its width: "12.5%". */
export const share = (part: number): string => `${round(part * 100)}%`;

const round = (value: number) => Math.round(value * 100) / 100;
