import { fold, wordPattern } from "./fold.ts";

/** A stretch of text, and whether it is one of the words that were looked for. */
export interface Part {
  text: string;
  found: boolean;
}

/**
 * A text in parts, the words looked for apart from the others. Put together again the parts are the text.
 *
 * @param forms every way of writing a word that was looked for, folded
 */
export function markedParts(text: string, forms: ReadonlySet<string>): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(wordPattern)) {
    const [word] = match;
    if (!forms.has(fold(word))) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index), found: false });
    parts.push({ text: word, found: true });
    from = match.index + word.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), found: false });
  return parts;
}
