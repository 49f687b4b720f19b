import { finished } from "#lib/domain/addresses/page-directive.ts";
import { tagsOf, type Tag } from "#lib/gate/html/tags.ts";

type Range = { start: number; end: number };

/**
 * Takes out of a page what only the framework's script would read: its scripts with the second copy of the content,
 * script preloads, comments, and what Suspense leaves behind. JSON-LD and our own modules under /js/ stay.
 * Of an element that says that its inside is finished, the inside stays as it is and the element goes.
 * In and out: a whole page. Text is never touched; linear in the length of the page; never throws.
 */
export function withoutFrameworkScript(html: string): string {
  const [before, inside, after] = aroundFinished(html);
  return cut(before) + inside + cut(after);
}

const opening = new RegExp(`<div ${finished}="(\\d+)">`);
const closing = "</div>";

/** What stands before, in and after the first finished part; the whole is before it where there is none. */
function aroundFinished(html: string): [string, string, string] {
  const found = opening.exec(html);
  if (!found) return [html, "", ""];
  const start = found.index + found[0].length;
  const end = start + Number(found[1]);
  // It counts only where it ends as it says, so that no element is left open.
  if (!html.startsWith(closing, end)) return [html, "", ""];
  return [html.slice(0, found.index), html.slice(start, end), html.slice(end + closing.length)];
}

function cut(html: string): string {
  const kept: string[] = [];
  let from = 0;
  for (const { start, end } of rangesToCut(html)) {
    kept.push(html.slice(from, start));
    from = end;
  }
  kept.push(html.slice(from));
  return kept.join("");
}

function rangesToCut(html: string): Range[] {
  const ranges: Range[] = [];
  let cutting: Tag | null = null;
  let hollow: Range | null = null;

  for (const tag of tagsOf(html)) {
    if (cutting) {
      if (tag.kind !== "close" || tag.name !== cutting.name) continue;
      ranges.push({ start: cutting.start, end: tag.end });
      cutting = null;
      continue;
    }
    hollow = grow(hollow, tag);
    if (hollow && tag.kind === "close") {
      dropFrom(ranges, hollow.start);
      ranges.push(hollow);
      hollow = null;
    } else if (tag.kind === "comment" || isScriptPreload(tag)) {
      ranges.push(tag);
    } else if (isFrameworkScript(tag) || isPlaceholder(tag)) {
      cutting = tag;
    }
  }
  if (cutting) ranges.push({ start: cutting.start, end: html.length });
  return ranges;
}

/** Follows a bare `<div hidden>` for as long as it holds nothing but comments: Next leaves one empty in every page. */
function grow(hollow: Range | null, tag: Tag): Range | null {
  const adjoins = hollow?.end === tag.start;
  if (hollow && adjoins && tag.kind === "comment") return { start: hollow.start, end: tag.end };
  if (hollow && adjoins && tag.kind === "close" && tag.name === "div") return { start: hollow.start, end: tag.end };
  const opens = tag.kind === "open" && tag.name === "div" && Object.keys(tag.attributes).join() === "hidden";
  return opens ? { start: tag.start, end: tag.end } : null;
}

function dropFrom(ranges: Range[], start: number): void {
  while ((ranges.at(-1)?.start ?? -1) >= start) ranges.pop();
}

function isScriptPreload({ kind, name, attributes }: Tag): boolean {
  if (kind !== "open" || name !== "link" || isOurs(attributes["href"])) return false;
  const rel = (attributes["rel"] ?? "").toLowerCase().split(/\s+/);
  return rel.includes("modulepreload") || (rel.includes("preload") && attributes["as"]?.toLowerCase() === "script");
}

function isFrameworkScript({ kind, name, attributes }: Tag): boolean {
  if (kind !== "open" || name !== "script") return false;
  return attributes["type"] !== "application/ld+json" && !isOurs(attributes["src"]);
}

function isPlaceholder({ kind, name, attributes }: Tag): boolean {
  return kind === "open" && name === "template" && /^[BP]:/.test(attributes["id"] ?? "");
}

function isOurs(address: string | undefined): boolean {
  return address?.startsWith("/js/") ?? false;
}
