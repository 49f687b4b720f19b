import { notChosen } from "#lib/domain/word/guidance.ts";
import type { Element } from "../package/xml.ts";
import { childOf, each, elementsIn, isOn, textIn, valueOf } from "../package/xml.ts";
import type { Inline, Mark, Picture } from "./blocks.ts";
import type { Context } from "./context.ts";
import { readDrawing } from "./drawings.ts";
import { addressIn, Fields, formField, withPlace } from "./field-codes.ts";
import { marksIn } from "./styles.ts";
import { asShown, symbolOf } from "./symbols.ts";

/** What is read of a paragraph besides its words. */
export interface Found {
  inlines: Inline[];
  anchors: string[];
  /** Boxes of text that hang on it. */
  boxes: Element[];
  rule: boolean;
  /** What lies in it and cannot be read. */
  unread: string[];
  /** How much was found, to know whether there was anything. */
  count: number;
}

/** Reads the words of a paragraph. Insertions count, deletions do not. */
export function readInlines(paragraph: Element, context: Context): Found {
  const found: Found = { inlines: [], anchors: [], boxes: [], rule: false, unread: [], count: 0 };
  const at: Walk = { context, found, href: null, fields: new Fields(), bookmarks: new Map() };
  walk(paragraph, at);
  found.inlines.push(...at.fields.close());
  return found;
}

interface Walk {
  context: Context;
  found: Found;
  href: string | null;
  fields: Fields;
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
        walk(element, { ...at, href: linkIn(element, at.context) ?? at.href });
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
      case "mc:AlternateContent":
        firstWay(element, (way) => walk(way, at), at);
        break;
      default:
        if (!passed.has(element.name)) walk(element, at);
    }
  }
}

function linkIn({ attribs }: Element, { linkOf }: Context): string | null {
  const address = linkOf(attribs["r:id"] ?? "");
  return address && withPlace(address, attribs["w:anchor"] ?? "");
}

/** Of what is there twice, for newer and older programs, the first that can be read counts. */
function firstWay(element: Element, read: (way: Element) => void, { found }: Walk): void {
  const before = found.count;
  for (const way of elementsIn(element)) {
    read(way);
    if (found.count > before) return;
  }
}

function readRun(run: Element, at: Walk): void {
  const properties = childOf(run, "w:rPr");
  const style = at.context.styleOf(valueOf(properties, "w:rStyle"));
  if (style.hidden || isOn(properties, "w:vanish")) return;
  if (style.prompt && [...each(run, "w:t")].map(textIn).join("").trim() === notChosen) return;
  const off = new Set<Mark>(["b", "i"].flatMap((name) => isOff(properties, name)));
  const marks = [...new Set([...style.marks.filter((mark) => !off.has(mark)), ...marksIn(properties)])];
  for (const element of elementsIn(run)) readPiece(element, { properties, marks }, at);
}

const isOff = (properties: Element | null, name: string): Mark[] =>
  childOf(properties, `w:${name}`) && !isOn(properties, `w:${name}`) ? [name === "b" ? "strong" : "emphasis"] : [];

interface Look {
  properties: Element | null;
  marks: Mark[];
}

function readPiece(element: Element, look: Look, at: Walk): void {
  const { properties, marks } = look;
  switch (element.name) {
    case "w:t":
      return say(asShown(textIn(element), properties), marks, at);
    case "w:tab":
      return say("\t", marks, at);
    case "w:noBreakHyphen":
      return say("\u2011", marks, at);
    case "w:sym":
      return say(symbolOf(element.attribs["w:char"] ?? "", element.attribs["w:font"] ?? ""), marks, at);
    case "w:br":
    case "w:cr":
      if (!/page|column/.test(element.attribs["w:type"] ?? "")) add({ kind: "break" }, at);
      return;
    case "w:fldChar": {
      say(formField(element), marks, at);
      for (const inline of at.fields.pass(element.attribs["w:fldCharType"] ?? "")) add(inline, at);
      return;
    }
    case "w:instrText":
      return at.fields.instruct(textIn(element));
    case "w:footnoteReference":
    case "w:endnoteReference": {
      const note = at.context.noteOf(element.name, element.attribs["w:id"] ?? "");
      if (!note.length) return;
      say(" (", [], at);
      for (const { text, href } of note) say(text, [], href === null ? at : { ...at, href });
      return say(")", [], at);
    }
    case "w:ruby":
      return readRuby(element, at);
    case "w:drawing":
    case "w:pict":
    case "w:object":
      return draw(element, at);
    case "mc:AlternateContent":
      return firstWay(
        element,
        (way) => {
          for (const piece of elementsIn(way)) readPiece(piece, look, at);
        },
        at,
      );
    default:
  }
}

/** Words with how they are said above them. */
function readRuby(element: Element, at: Walk): void {
  for (const base of elementsIn(element, "w:rubyBase")) walk(base, at);
  for (const above of elementsIn(element, "w:rt")) {
    say(" (", [], at);
    walk(above, at);
    say(")", [], at);
  }
}

function draw(element: Element, at: Walk): void {
  const { boxes, pictures, alt, rule, unread } = readDrawing(element);
  const { found } = at;
  found.boxes.push(...boxes);
  if (rule) found.rule = true;
  if (unread) found.unread.push(alt ? `${unread}: ${alt}` : unread);
  found.count += boxes.length + Number(rule) + Number(unread !== null);
  const anchors = [...at.bookmarks.values()];
  for (const reference of pictures) {
    const part = at.context.partOf(reference);
    if (!part) continue;
    found.inlines.push({ kind: "picture", picture: { part, alt, anchors } satisfies Picture });
    found.count += 1;
  }
}

function say(text: string, marks: readonly Mark[], at: Walk): void {
  if (text) add({ kind: "text", text, marks, href: at.href ?? at.fields.href }, at);
}

function add(inline: Inline, { found, fields }: Walk): void {
  const into = fields.held ?? found.inlines;
  const last = into.at(-1);
  found.count += 1;
  if (last?.kind === "text" && inline.kind === "text" && last.href === inline.href && sameMarks(last, inline))
    last.text += inline.text;
  else into.push(inline);
}

const sameMarks = (one: { marks: readonly Mark[] }, other: { marks: readonly Mark[] }) =>
  String(one.marks) === String(other.marks);
