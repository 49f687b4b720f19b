import type { Letter } from "./letters.ts";
import { asOneLine } from "./one-line.ts";
import { renderHtml } from "./render-html.ts";

const columns = 72;

/** A letter as it leaves. */
export interface Drawn {
  subject: string;
  text: string;
  html: string;
  unsubscribe?: string | undefined;
}

export const render = (letter: Letter): Drawn => ({
  subject: asOneLine(letter.subject),
  text: renderText(letter),
  html: renderHtml(letter),
  unsubscribe: letter.unsubscribe,
});

/** A letter as plain text. Lines end at 72 columns, except where one word is longer: an address must stay whole. */
export function renderText(letter: Letter): string {
  const { greeting, paragraphs, quote, items = [], button, closing, ways = [] } = letter;
  const [first, ...others] = paragraphs;
  const quoted = quote ? [wrap(quote.by), wrap(quote.words, "> ")] : [];
  const listed = items.map(
    ({ title, about, words, url }) => `${[title, about, words].map((part) => wrap(part)).join("\n")}\n${url}`,
  );
  const way = button ? [`${button.text}:\n${button.url}`] : [];
  const last = [...closing.map((line) => wrap(line)), ...ways.map(({ text, url }) => `${text}:\n${url}`)];
  const written = [...(greeting ? [greeting] : []), first].map((paragraph) => wrap(paragraph));
  const after = others.map((paragraph) => wrap(paragraph));
  return `${[...written, ...quoted, ...after, ...listed, ...way, ...last].join("\n\n")}\n`;
}

function wrap(text: string, prefix = ""): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .split("\n")
    .flatMap((line) => linesOf(line, columns - prefix.length))
    .map((line) => (prefix + line).trimEnd())
    .join("\n");
}

/** What a list in a list begins with is kept, and goes before the lines that follow from it. */
function linesOf(text: string, width: number): string[] {
  const words = text.trimStart();
  const indent = text.slice(0, Math.min(text.length - words.length, width / 2));
  const lines: string[] = [];
  let line = "";
  for (const word of words.split(" ")) {
    if (line && lengthOf(indent) + lengthOf(line) + 1 + lengthOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line].map((one) => indent + one);
}

const lengthOf = (text: string) => [...text].length;
