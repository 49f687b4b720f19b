import { Parser } from "htmlparser2";
import { unzipSync } from "fflate";

/** A name that would be a formula in a spreadsheet and an element with a script in a page, if it were let. @param what one word, to know it by */
export const hostileName = (what: string): string => `=${what}"><x-${what} onload=ran()>&lt;'`;

/** Whether a text from somewhere else has one of these names in it, as it was written. */
const begun = /<x-|onload=/;

export interface Reading {
  /** Everything that can be read in it: text, and what attributes say to readers or programs. */
  said: string;
  /** Elements and attributes that the names have made. */
  made: string[];
}

/** Reads a page, a feed or a part of a Word file as a browser or another program does. */
export function readMarkup(text: string, xmlMode: boolean): Reading {
  const reading: Reading = { said: "", made: [] };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name.startsWith("x-")) reading.made.push(`<${name}>`);
        for (const [attribute, value] of Object.entries(attributes)) {
          if (attribute.startsWith("on") || /[<>"']/.test(attribute)) reading.made.push(`<${name} ${attribute}>`);
          if (/^\s*(?:javascript|data):/i.test(value) && ["href", "src", "action"].includes(attribute))
            reading.made.push(`<${name} ${attribute}="${value}">`);
          reading.said += `\n${value}\n`;
        }
      },
      ontext: (words) => void (reading.said += words),
    },
    { xmlMode, decodeEntities: true },
  );
  parser.end(text);
  return reading;
}

/** Reads an answer by its type. JSON within a page's script, which no browser runs, is read for itself. */
export function readAnswer(type: string, bytes: Uint8Array): Reading {
  if (/wordprocessingml/.test(type)) {
    const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(?:xml|rels)$/.test(name));
    const read = parts.map(([, part]) => readMarkup(new TextDecoder().decode(part), true));
    return { said: read.map(({ said }) => said).join("\n"), made: read.flatMap(({ made }) => made) };
  }
  const text = new TextDecoder().decode(bytes);
  if (/json/.test(type)) return { said: textsIn(JSON.parse(text)).join("\n"), made: [] };
  if (/csv/.test(type)) return { said: text.replaceAll('""', '"'), made: formulasIn(text) };
  if (/xml/.test(type)) return readMarkup(text, true);
  if (/html/.test(type)) return readMarkup(text, false);
  return { said: text, made: [] };
}

/** Every text in a value of JSON. HTML in one is for other programs to show, so it is read as they would. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string")
    return begun.test(value) || !value.includes("<") ? [value] : [readMarkup(value, false).said];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** Cells that a spreadsheet would run. */
function formulasIn(csv: string): string[] {
  const cells = csv.match(/(?<=^|[,\n])(?:"(?:[^"]|"")*"|[^",\r\n]*)/g) ?? [];
  return cells.map((cell) => cell.replace(/^"/, "")).filter((cell) => /^[=+\-@]/.test(cell));
}
