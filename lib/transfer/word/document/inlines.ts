import type { Element } from "../package/xml.ts";
import { childOf, each, elementsIn, isOn, textIn, valueOf } from "../package/xml.ts";
import type { Inline, Mark, Picture } from "./blocks.ts";
import type { Context } from "./context.ts";
import { marksIn } from "./styles.ts";

/** What is read of a paragraph besides its words. */
export interface Found {
  inlines: Inline[];
  anchors: string[];
  /** Boxes of text that hang on it. */
  boxes: Element[];
  rule: boolean;
}

/** Reads the words of a paragraph. Insertions count, deletions do not. */
export function readInlines(paragraph: Element, context: Context): Found {
  const found: Found = { inlines: [], anchors: [], boxes: [], rule: false };
  walk(paragraph, { context, found, href: null, fields: [], bookmarks: new Map() });
  return found;
}

interface Walk {
  context: Context;
  found: Found;
  href: string | null;
  /** Fields that are open: their instruction so far, and whether its result has begun. */
  fields: { instruction: string; shown: boolean }[];
  /** Bookmarks that are open, by their number. */
  bookmarks: Map<string, string>;
}

const passed = new Set(["w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:commentReference", "w:sdtPr", "w:annotationRef"]);

function walk(parent: Element, at: Walk): void {
  for (const element of elementsIn(parent)) {
    switch (element.name) {
      case "w:bookmarkStart":
        at.found.anchors.push(element.attribs["w:name"] ?? "");
        at.bookmarks.set(element.attribs["w:id"] ?? "", element.attribs["w:name"] ?? "");
        break;
      case "w:bookmarkEnd":
        at.bookmarks.delete(element.attribs["w:id"] ?? "");
        break;
      case "w:hyperlink":
        walk(element, { ...at, href: at.context.linkOf(element.attribs["r:id"] ?? "") ?? at.href });
        break;
      case "w:fldSimple":
        walk(element, { ...at, href: addressIn(element.attribs["w:instr"] ?? "") ?? at.href });
        break;
      case "w:sdt":
        if (!isOn(childOf(element, "w:sdtPr"), "w:showingPlcHdr")) walk(element, at);
        break;
      case "w:r":
        readRun(element, at);
        break;
      case "m:t":
        say(textIn(element), [], at);
        break;
      default:
        if (!passed.has(element.name)) walk(element, at);
    }
  }
}

function readRun(run: Element, at: Walk): void {
  const properties = childOf(run, "w:rPr");
  const style = at.context.styleOf(valueOf(properties, "w:rStyle"));
  if (style.hidden || isOn(properties, "w:vanish")) return;
  const off = new Set<Mark>(["b", "i"].flatMap((name) => isOff(properties, name)));
  const marks = [...new Set([...style.marks.filter((mark) => !off.has(mark)), ...marksIn(properties)])];
  for (const element of elementsIn(run)) readPiece(element, marks, at);
}

const isOff = (properties: Element | null, name: string): Mark[] =>
  childOf(properties, `w:${name}`) && !isOn(properties, `w:${name}`) ? [name === "b" ? "strong" : "emphasis"] : [];

function readPiece(element: Element, marks: Mark[], at: Walk): void {
  switch (element.name) {
    case "w:t":
      return say(textIn(element), marks, at);
    case "w:tab":
      return say("\t", marks, at);
    case "w:noBreakHyphen":
      return say("\u2011", marks, at);
    case "w:sym":
      return say(symbolOf(element.attribs["w:char"] ?? ""), marks, at);
    case "w:br":
    case "w:cr":
      if (!/page|column/.test(element.attribs["w:type"] ?? "") && isShown(at)) at.found.inlines.push({ kind: "break" });
      return;
    case "w:fldChar":
      return readField(element.attribs["w:fldCharType"] ?? "", at);
    case "w:instrText": {
      const field = at.fields.at(-1);
      if (field && !field.shown) field.instruction += textIn(element);
      return;
    }
    case "w:footnoteReference":
    case "w:endnoteReference": {
      const note = at.context.noteOf(element.name, element.attribs["w:id"] ?? "");
      return note ? say(` (${note})`, [], at) : undefined;
    }
    case "w:drawing":
    case "w:pict":
    case "w:object":
      return readDrawing(element, at);
    case "mc:AlternateContent":
      return readAlternative(element, marks, at);
    default:
  }
}

/** Of a drawing that is there twice, for newer and older programs, the first that can be read counts. */
function readAlternative(element: Element, marks: Mark[], at: Walk): void {
  for (const way of elementsIn(element)) {
    const before = at.found.inlines.length + at.found.boxes.length + Number(at.found.rule);
    for (const piece of elementsIn(way)) readPiece(piece, marks, at);
    if (at.found.inlines.length + at.found.boxes.length + Number(at.found.rule) > before) return;
  }
}

/** Ticks and empty boxes, as the symbol fonts have them. */
const symbols: Record<string, string> = {
  ...{ F0FE: "☒", F0FD: "☒", F0FC: "✓", F0A8: "☐", F06F: "☐", F0A3: "☐", F053: "☒", F052: "☒", F0B7: "•" },
  ...{ F0E0: "→", F02D: "-" },
};

/** Symbol fonts have their signs where nothing else is; any other code is the sign itself. */
const symbolOf = (code: string): string => {
  const known = symbols[code.toUpperCase()];
  const point = Number.parseInt(code, 16);
  return known ?? (point > 0x20 && point < 0xd800 ? String.fromCodePoint(point) : "");
};

function readDrawing(element: Element, at: Walk): void {
  const boxes = [...each(element, "w:txbxContent")];
  at.found.boxes.push(...boxes);
  if (boxes.length) return;
  const [line] = [...each(element, "v:rect")].filter(({ attribs }) => /^t/i.test(attribs["o:hr"] ?? ""));
  if (line) at.found.rule = true;
  const properties = [...each(element, "wp:docPr")][0]?.attribs ?? [...each(element, "v:shape")][0]?.attribs ?? {};
  const alt = properties["descr"] || properties["alt"] || "";
  const references = [
    ...[...each(element, "a:blip")].map(({ attribs }) => attribs["r:embed"]),
    ...[...each(element, "v:imagedata")].map(({ attribs }) => attribs["r:id"]),
  ];
  const anchors = [...at.bookmarks.values()];
  for (const reference of references) {
    const part = at.context.partOf(reference ?? "");
    if (part) at.found.inlines.push({ kind: "picture", picture: { part, alt, anchors } satisfies Picture });
  }
}

function readField(type: string, at: Walk): void {
  if (type === "begin") at.fields.push({ instruction: "", shown: false });
  else if (type === "separate" && at.fields.length) at.fields.at(-1)!.shown = true;
  else if (type === "end") at.fields.pop();
}

const isShown = ({ fields }: Walk) => fields.every(({ shown }) => shown);

const addressIn = (instruction: string): string | null => {
  const [, address] = /HYPERLINK\s+"([^"]+)"/i.exec(instruction) ?? [];
  return address && isAddress(address) ? address : null;
};

/** Whether a link leads somewhere for everybody. */
export const isAddress = (address: string) => /^(https?:\/\/|mailto:)/i.test(address);

function say(text: string, marks: readonly Mark[], at: Walk): void {
  if (!text || !isShown(at)) return;
  const href = at.href ?? at.fields.map(({ instruction }) => addressIn(instruction)).find(Boolean) ?? null;
  const last = at.found.inlines.at(-1);
  if (last?.kind === "text" && last.href === href && String(last.marks) === String(marks)) last.text += text;
  else at.found.inlines.push({ kind: "text", text, marks, href });
}
