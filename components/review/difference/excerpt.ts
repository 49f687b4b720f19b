/** How many words stay beside what changed. */
const context = 8;
/** The fewest words worth leaving out. */
const fewest = 12;

/** Where unchanged words touch a change: at their start, at their end or at both. */
export type Beside = "start" | "end" | "both";

/** A long run of unchanged words cut to those beside a change. Null stands where words were left out. */
export function excerptOf(text: string, beside: Beside): (string | null)[] {
  const words = text.split(/(?<=\s)(?=\S)/);
  const [first, last] = [beside === "end" ? 0 : context, beside === "start" ? 0 : context];
  if (words.length < first + last + fewest) return [text];
  const pieces = [words.slice(0, first).join(""), null, words.slice(words.length - last).join("")];
  return pieces.filter((piece) => piece !== "");
}
