import { Fragment } from "react";
import { markedParts } from "#lib/domain/search/marking.ts";

/** A text with the words that were looked for marked in it. */
export function Marked({ text, forms }: { text: string; forms: ReadonlySet<string> }) {
  if (!forms.size) return text;
  return markedParts(text, forms).map(({ text: part, found }, index) =>
    found ? <mark key={index}>{part}</mark> : <Fragment key={index}>{part}</Fragment>,
  );
}
