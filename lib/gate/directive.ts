import { z } from "zod";
import { tagsOf, type Tag } from "#lib/gate/html/tags.ts";

const statuses = [200, 301, 303, 307, 308, 400, 403, 404, 409, 410, 413, 422, 429, 503] as const;

const directive = z
  .strictObject({
    status: z.literal(statuses).optional(),
    location: z
      .string()
      .transform(sameSitePath)
      .pipe(z.string({ error: "must stay on this site" }))
      .optional(),
    store: z.boolean().optional(),
    generation: z.int().nonnegative().optional(),
  })
  .refine(({ status, location }) => isRedirect(status ?? 200) === (location !== undefined));

/** What a page says about itself: its status, where it sends the reader, whether it may be kept, and of what generation it is. */
export type Directive = z.infer<typeof directive>;

export type Reading = { html: string; directive: Directive | "none" | "unreadable" };

/**
 * Reads and removes the first `<meta name="gate">` in the head of a page; anything that looks like one elsewhere is text.
 * In: a whole page. Out: the page without the tag and what it said. Never throws.
 */
export function readDirective(html: string): Reading {
  const tag = findDirective(html);
  if (!tag) return { html, directive: "none" };
  const read = directive.safeParse(parse(tag.attributes["content"] ?? ""));
  return {
    html: html.slice(0, tag.start) + html.slice(tag.end),
    directive: read.success ? read.data : "unreadable",
  };
}

/** Whether a status needs a `Location`. */
export function isRedirect(status: number): boolean {
  return status >= 300 && status < 400 && status !== 304;
}

/**
 * The address as it may stand in a `Location`: one path on this site in ASCII, dots resolved. Null when it could lead elsewhere.
 * In: a path with query and fragment as a page wrote it.
 */
export function sameSitePath(location: string): string | null {
  if (!location.startsWith("/") || /^\/[/\\]|\p{Cc}/u.test(location)) return null;
  const base = "http://this.invalid";
  if (!URL.canParse(location, base)) return null;
  const url = new URL(location, base);
  // Resolving dots can bring two slashes to the front (`/.//elsewhere`), which a browser reads as another host.
  if (url.origin !== base || url.pathname.startsWith("//")) return null;
  return url.pathname + url.search + url.hash;
}

function findDirective(html: string): Tag | null {
  let inHead = false;
  for (const tag of tagsOf(html)) {
    if (tag.name === "head" && tag.kind === "open") inHead = true;
    else if (tag.name === "body" || tag.name === "head") return null;
    else if (inHead && tag.kind === "open" && tag.name === "meta" && tag.attributes["name"] === "gate") return tag;
  }
  return null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
