import { childOf, elementsIn, isOn, valueOf, type Element } from "../package/xml.ts";
import type { Manner, Mark } from "./blocks.ts";

export interface Style {
  manner: Manner;
  /** Whether it goes on with the words of a list's item. */
  inItem: boolean;
  heading: number | null;
  numbering: { id: string; level: number } | null;
  marks: Mark[];
  hidden: boolean;
  /** Whether Word shows what is asked for in it. Answers chosen elsewhere may keep the style. */
  prompt: boolean;
}

const plain: Style = {
  ...{ manner: "text", inItem: false, heading: null, numbering: null },
  ...{ marks: [], hidden: false, prompt: false },
};

/** Reads the styles of a document, each with what it has from those it is based on. */
export function readStyles(root: Element | null): (id: string | null) => Style {
  const elements = new Map(elementsIn(root, "w:style").map((style) => [style.attribs["w:styleId"] ?? "", style]));
  const read = new Map<string, Style>();
  const styleOf = (id: string | null, depth = 0): Style => {
    if (id === null || depth > 20) return plain;
    const known = read.get(id);
    if (known) return known;
    const element = elements.get(id);
    const based = styleOf(valueOf(element, "w:basedOn"), depth + 1);
    const style = element ? readStyle(element, id, based) : byName(id, plain);
    read.set(id, style);
    return style;
  };
  return (id) => styleOf(id);
}

function readStyle(element: Element, id: string, based: Style): Style {
  const name = valueOf(element, "w:name") ?? id;
  const paragraph = childOf(element, "w:pPr");
  const run = childOf(element, "w:rPr");
  const named = byName(name, based);
  const outline = valueOf(paragraph, "w:outlineLvl");
  return {
    ...named,
    heading: outline !== null && Number(outline) < 9 ? Number(outline) + 1 : named.heading,
    numbering: numberingIn(paragraph) ?? named.numbering,
    // A paragraph's style may be bold, as headings are, without any of its words standing out.
    marks: element.attribs["w:type"] === "character" ? [...new Set([...named.marks, ...marksIn(run)])] : [],
    hidden: named.hidden || isOn(run, "w:vanish"),
  };
}

/** What a style is by its name: those of Word are the same everywhere, and LibreOffice writes some of its own. */
function byName(name: string, based: Style): Style {
  const small = name.toLowerCase().replace(/[\s_-]+/g, "");
  const level = /^(?:heading|überschrift|titre)([1-9])$/.exec(small)?.[1];
  return {
    ...based,
    manner: mannerOf(small) ?? (level ? "text" : based.manner),
    inItem: based.inItem || /^list(?:continue\d?|quote|code)$/.test(small),
    heading: level ? Number(level) : based.heading,
    marks: [...based.marks, ...(marksByName[small] ?? [])],
    prompt: based.prompt || small === "placeholdertext",
  };
}

const marksByName: Record<string, Mark[]> = {
  strong: ["strong"],
  intenseemphasis: ["strong"],
  emphasis: ["emphasis"],
  codewords: ["code"],
  sourcetext: ["code"],
  htmlcode: ["code"],
};

function mannerOf(name: string): Manner | null {
  if (name === "title") return "title";
  if (name === "guidance") return "guidance";
  if (/^front(notice)?$/.test(name)) return "front";
  if (/^(intense|list)?quote$|^quotations$|^blocktext$/.test(name)) return "quote";
  if (/^(code|listcode|preformattedtext|htmlpreformatted|sourcecode)$/.test(name)) return "code";
  if (/^(toc|contents)(\d|heading)$/.test(name)) return "contents";
  return null;
}

/** How much further in each level of a list stands, in twentieths of a point. */
export const listIndent = 360;

/** How deep in lists a paragraph stands by where its words begin. As deep as can be where it does not say. */
export function levelIn(properties: Element | null): number {
  const { "w:left": left, "w:start": start = left } = childOf(properties, "w:ind")?.attribs ?? {};
  return start === undefined
    ? deepest
    : Math.min(deepest, Math.max(0, Math.round(Number(start) / listIndent) - 1 || 0));
}

const deepest = 8;

/** The list that paragraph properties put a paragraph in. Number 0 takes it out of its style's. */
export function numberingIn(properties: Element | null): { id: string; level: number } | null {
  const numbering = childOf(properties, "w:numPr");
  const id = valueOf(numbering, "w:numId");
  return numbering && id !== null ? { id, level: levelOf(numbering) } : null;
}

/** Word has nine levels. */
const levelOf = (numbering: Element) =>
  Math.min(deepest, Math.max(0, Math.trunc(Number(valueOf(numbering, "w:ilvl"))) || 0));

/** How run properties make words stand out. */
export function marksIn(run: Element | null): Mark[] {
  return [
    ...(isOn(run, "w:b") ? (["strong"] as const) : []),
    ...(isOn(run, "w:i") ? (["emphasis"] as const) : []),
    ...(isOn(run, "w:strike") || isOn(run, "w:dstrike") ? (["delete"] as const) : []),
  ];
}
