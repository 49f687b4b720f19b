const longest = 100;
const lead = 40;

/** Words around a place in a text, so that a writer can find it. */
export function excerptAt(text: string, index: number): string {
  const from = Math.max(0, index - lead);
  const to = Math.min(text.length, from + longest);
  const start = from === 0 ? 0 : afterSpace(text, from, index);
  const end = to === text.length ? to : beforeSpace(text, to, index);
  const words = text.slice(start, end).toWellFormed().trim();
  return `${start > 0 ? "…" : ""}${words}${end < text.length ? "…" : ""}`;
}

function afterSpace(text: string, from: number, limit: number): number {
  const space = text.slice(from, limit).indexOf(" ");
  return space === -1 ? from : from + space + 1;
}

function beforeSpace(text: string, to: number, limit: number): number {
  const space = text.lastIndexOf(" ", to);
  return space > limit ? space : to;
}
