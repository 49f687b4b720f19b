/** Attributes by name. One without a value is left out. */
type Attributes = Record<string, string | null | undefined>;

/** A piece of XML, already escaped. */
export type Xml = string & { readonly xml: unique symbol };

/** One element. Texts within it are escaped, pieces are not. */
export function element(
  name: string,
  attributes: Attributes = {},
  content: readonly (Xml | null)[] | string = [],
): Xml {
  const inside = typeof content === "string" ? escaped(content) : content.filter(Boolean).join("\n");
  const start = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(value ?? "")}"`)
    .join("");
  const open = `<${name}${start}`;
  if (!inside) return `${open}/>` as Xml;
  return (typeof content === "string" ? `${open}>${inside}</${name}>` : `${open}>\n${inside}\n</${name}>`) as Xml;
}

/** A whole document. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`;

// What XML 1.0 has no way to write, not even escaped.
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (text: string) =>
  text
    .toWellFormed()
    .replace(unwritable, "")
    .replace(/[&<>"]/g, (character) => entities[character] ?? "");
