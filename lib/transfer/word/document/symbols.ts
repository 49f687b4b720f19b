import type { Element } from "../package/xml.ts";
import { childOf } from "../package/xml.ts";

/** Ticks, boxes and signs, as the symbol fonts have them. */
const symbols: Record<string, string> = {
  ...{ FE: "☒", FD: "☒", FC: "✓", FB: "✗", A8: "☐", "6F": "☐", "71": "☐" },
  ...{ B7: "•", A7: "•", E0: "→", "2D": "-" },
};

/** A second font of theirs has its ticks elsewhere, where the first has a flag and a bomb. */
const inSecond: Record<string, string> = { "50": "✓", "4F": "✗", "51": "☒", "52": "☒", "53": "☒", "54": "☒", A3: "☐" };

const symbolFont = /^(?:wingdings(?:\s*[23])?|webdings)$/i;
const second = /2$/;

/** Symbol fonts have their signs where nothing else is, or where letters are; any other code is the sign itself. */
export function symbolOf(code: string, font: string): string {
  const point = Number.parseInt(code, 16);
  const isSymbol = (point >= 0xf000 && point <= 0xf0ff) || (point <= 0xff && symbolFont.test(font));
  const known = isSymbol ? signAt(point & 0xff, font) : undefined;
  return known ?? (point > 0x20 && point < 0xd800 ? String.fromCodePoint(point) : "");
}

const signAt = (place: number, font: string): string | undefined => {
  const key = place.toString(16).toUpperCase().padStart(2, "0");
  return (second.test(font) ? inSecond[key] : undefined) ?? symbols[key];
};

/** The words of a run as its font shows them: in a font of symbols, letters are signs. @param properties the run's */
export function asShown(text: string, properties: Element | null): string {
  const { "w:ascii": ascii = "", "w:hAnsi": other = ascii } = childOf(properties, "w:rFonts")?.attribs ?? {};
  const font = [ascii, other].find((name) => symbolFont.test(name));
  if (!font) return text;
  return text.replace(/[\u0021-\u00ff\uf021-\uf0ff]/g, (letter) => signAt(letter.charCodeAt(0) & 0xff, font) ?? letter);
}
