/** What a row is, before it is brought in and after. */
export const outcomes = ["new", "changed", "unchanged", "wrong"] as const;
export type Outcome = (typeof outcomes)[number];
export type Counts = Record<Outcome, number>;
export const noRows: Counts = { new: 0, changed: 0, unchanged: 0, wrong: 0 };

/** "wrong" keeps a row out; "todo" is left for an editor; "note" says what was made of it; "change" names what differs from before. */
export type Weight = "wrong" | "todo" | "note" | "change";

/** One thing to say about a row. */
export interface Finding {
  weight: Weight;
  /** The column as the file calls it, "" for the row as a whole. */
  column: string;
  /** What stands there, shortened; "" where it is nobody's business or nothing. */
  value: string;
  message: string;
}

const longestShown = 80;

/** Without what PostgreSQL does not hold: JSON can have zeros and halves of characters, and a text may be cut through one. */
const storable = (text: string) => text.replaceAll("\0", "").toWellFormed();

/** A value as a report shows it. */
export function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  const line = [
    ...storable(text)
      .replace(/[\s\p{Cc}]+/gu, " ")
      .trim(),
  ];
  return line.length > longestShown ? `${line.slice(0, longestShown).join("")}…` : line.join("");
}

export const wrong = (column: string, value: unknown, message: string): Finding => ({
  ...{ weight: "wrong", column: shown(column), value: shown(value), message: storable(message) },
});

export const said = (weight: Exclude<Weight, "wrong">, message: string, column = ""): Finding => ({
  ...{ weight, column: shown(column), value: "", message: storable(message) },
});

export const isWrong = (findings: readonly Finding[]): boolean => findings.some(({ weight }) => weight === "wrong");
