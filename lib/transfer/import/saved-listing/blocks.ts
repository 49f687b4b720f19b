import { Parser } from "htmlparser2";
import type { Block } from "#lib/domain/imports/saved-listing/items.ts";

/** The paragraphs of a plain text: what empty lines lie between, and each line that stands alone. */
export const blocksOfText = (text: string): Block[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ text: line, href: null, standsOut: false }));

/** What is no part of a page's text. */
const skipped = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "svg",
  "head",
  "nav",
  "footer",
  "form",
  "select",
  "button",
]);
const inline = new Set([
  "a",
  "abbr",
  "b",
  "bdi",
  "cite",
  "code",
  "em",
  "i",
  "mark",
  "q",
  "s",
  "small",
  "span",
  "strong",
  "sub",
  "sup",
  "time",
  "u",
]);
const isHeading = (name: string) => /^h[1-6]$/.test(name);

/** A link that is open. It may hold paragraphs, and its own heading says what all of it is. */
interface Link {
  href: string | null;
  apart: boolean;
  named: boolean;
}

/** The paragraphs of a page, with where they lead, and what it says its own address is. */
export function blocksOfHtml(html: string): { blocks: Block[]; base: string } {
  const blocks: Block[] = [];
  const page = { base: "", canonical: "" };
  let [text, linked, href, heading] = ["", 0, null as string | null, false];
  const within = { skipped: 0, link: null as Link | null };
  const flush = () => {
    const whole = text.replace(/\s+/g, " ").trim();
    const isLink = linked >= whole.replace(/\s/g, "").length && !within.link?.named;
    if (whole) blocks.push({ text: whole, href, standsOut: heading || isLink });
    if (within.link)
      within.link = { ...within.link, apart: true, named: within.link.named || (heading && whole !== "") };
    [text, linked, href] = ["", 0, within.link?.href ?? null];
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "base") page.base ||= attributes["href"] ?? "";
      if (name === "link" && attributes["rel"] === "canonical") page.canonical ||= attributes["href"] ?? "";
      if (skipped.has(name)) within.skipped += 1;
      if (within.skipped) return;
      if (name === "br") text += " ";
      else if (!inline.has(name)) flush();
      if (isHeading(name)) heading = true;
      if (name !== "a") return;
      within.link = { href: attributes["href"] ?? null, apart: false, named: false };
      href ??= within.link.href;
    },
    ontext(piece) {
      if (within.skipped) return;
      text += piece;
      if (within.link) linked += piece.replace(/\s/g, "").length;
    },
    onclosetag(name) {
      if (skipped.has(name)) within.skipped = Math.max(0, within.skipped - 1);
      else if (within.skipped) return;
      if (name === "a") {
        if (within.link?.apart && !text.trim()) href = null;
        within.link = null;
      }
      if (inline.has(name)) return;
      flush();
      if (isHeading(name)) heading = false;
    },
  });
  parser.end(html);
  flush();
  return { blocks, base: page.base || page.canonical };
}
