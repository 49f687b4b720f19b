import { each, elementsIn, type Element } from "../package/xml.ts";

/** What can be read of a drawing. */
export interface Drawn {
  /** Boxes of text, without those within another. */
  boxes: Element[];
  /** References to pictures, outside of the boxes. */
  pictures: string[];
  alt: string;
  /** Whether it is a line across the page. */
  rule: boolean;
  /** What it is, where nothing in it can be read. */
  unread: string | null;
}

/** Looks through a drawing. Of what is there twice, for newer and older programs, the first that can be read counts. */
export function readDrawing(element: Element): Drawn {
  const found = [...partsOf(element)];
  const boxes = found.filter(({ name }) => name === "w:txbxContent");
  const pictures = found.flatMap(({ name, attribs }) => {
    if (name === "a:blip") return [attribs["r:embed"] ?? ""];
    return name === "v:imagedata" ? [attribs["r:id"] ?? ""] : [];
  });
  const properties = first(element, "wp:docPr") ?? first(element, "v:shape") ?? {};
  const alt = properties["descr"] || properties["alt"] || "";
  const rule = [...each(element, "v:rect")].some(({ attribs }) => /^t/i.test(attribs["o:hr"] ?? ""));
  return { boxes, pictures, alt, rule, unread: found.map(({ name }) => unread[name]).find(Boolean) ?? null };
}

const first = (element: Element, name: string) => each(element, name).next().value?.attribs;

const unread: Record<string, string> = {
  "c:chart": "A chart that could not be read",
  "cx:chart": "A chart that could not be read",
  "dgm:relIds": "A diagram that could not be read",
};
const read = new Set(["w:txbxContent", "a:blip", "v:imagedata", ...Object.keys(unread)]);

function* partsOf(element: Element): Generator<Element> {
  for (const child of elementsIn(element)) {
    if (read.has(child.name)) yield child;
    else if (child.name === "mc:AlternateContent") yield* firstOf(child);
    else yield* partsOf(child);
  }
}

function firstOf(ways: Element): Element[] {
  for (const way of elementsIn(ways)) {
    const parts = [...partsOf(way)];
    if (parts.length) return parts;
  }
  return [];
}
