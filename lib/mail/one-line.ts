/** Text as one line: no line ends, which would begin another header, and nothing that turns the direction of what follows. */
export function asOneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** One line of at most so many characters. */
export function shortened(text: string, most: number): string {
  const characters = [...asOneLine(text)];
  if (characters.length <= most) return characters.join("");
  return `${characters
    .slice(0, most - 1)
    .join("")
    .trimEnd()}…`;
}
