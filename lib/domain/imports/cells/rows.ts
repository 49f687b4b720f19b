import { canonical } from "../differences.ts";
import { isRow, own, partsOf, textOf, type Value } from "./values.ts";

/** The rows of a cell: a measure a line, or a link a line or with semicolons between. Our own files have others as JSON. */
export function rowsIn(kind: "measures" | "links", value: Value): Value[] {
  return rowsOfJson(value) ?? partsOf(value, kind === "measures" ? /\n/ : betweenLinks);
}

/** A semicolon that follows an address: in a title it may be anything. */
const betweenLinks = /\n|;(?=\s)(?<=(?:^|[\s<])(?:https?:\/\/|www\.)\S*;)/i;

function rowsOfJson(value: Value): Value[] | null {
  if (typeof value !== "string" || !/^\s*\[\s*\{/.test(value)) return null;
  try {
    const read: unknown = JSON.parse(value);
    return Array.isArray(read) && read.every(isRow) ? read : null;
  } catch {
    return null;
  }
}

/** Rows as a cell of our own files: as text where that is read back as it was, and as JSON where it would not be. */
export function rowsCell(kind: "measures" | "links", rows: readonly Record<string, string>[], text: string): string {
  const read = rowsIn(kind, text).map((one) => (kind === "measures" ? measureIn(one) : linkIn(one)));
  return canonical(read) === canonical(rows) ? text : JSON.stringify(rows);
}

const address = /(?:^|\s)<?(https?:\/\/\S+?|www\.\S+?)>?$/i;

/** A link: an address, with a title before it if it has one. @returns what to do where there is no address */
export function linkIn(value: Value): { title: string; url: string } | string {
  if (isRow(value)) return { title: own(value, "title"), url: own(value, "url") };
  const text = (textOf(value) ?? "").trim();
  const [, first, rest] = /^(https?:\/\/\S+)(?:\s+(.*))?$/is.exec(text) ?? [];
  if (first) return { title: (rest ?? "").trim(), url: first };
  const [whole, url] = address.exec(text) ?? [];
  if (!whole || !url) return "Write an address that starts with https://, after its title if it has one";
  const title = text.slice(0, text.length - whole.length).replace(/[\s:–-]+$/, "");
  return { title, url: /^www\./i.test(url) ? `https://${url}` : url };
}

const parts = ["name", "before", "after", "unit"] as const;

/** A measure: name, before, after and unit, with semicolons between. @returns what to do where they are not four */
export function measureIn(value: Value): Record<(typeof parts)[number], string> | string {
  if (isRow(value))
    return {
      name: own(value, "name"),
      before: own(value, "before"),
      after: own(value, "after"),
      unit: own(value, "unit"),
    };
  const given = (textOf(value) ?? "").split(";").map((part) => part.trim());
  if (given.length !== parts.length) return "Write name; before; after; unit, one measure a line";
  const [name = "", before = "", after = "", unit = ""] = given;
  return { name, before, after, unit };
}
