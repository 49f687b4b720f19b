import { textOf, type Paragraph } from "../../document/blocks.ts";

const bullet = /^\s*(?:[•·▪●◦‣⁃]|[-–](?=\s))\s*(?=\S)/u;

/** A paragraph that somebody gave a bullet by hand, as an item of a list. Any other as it is. */
export function asTyped(paragraph: Paragraph): Paragraph {
  const { list, heading, inlines, manner } = paragraph;
  const [first, ...others] = inlines;
  if (list || heading !== null || manner === "code" || first?.kind !== "text") return paragraph;
  const mark = bullet.exec(textOf(inlines.slice(0, 2)))?.[0];
  if (!mark) return paragraph;
  const rest = first.text.slice(mark.length);
  const cut = rest || mark.length <= first.text.length ? [{ ...first, text: rest }, ...others] : others;
  return { ...paragraph, list: { id: "typed", level: 0, ordered: false, number: 1 }, inlines: cut };
}
