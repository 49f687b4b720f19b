import { z } from "zod";
import { sameSitePath } from "#lib/domain/addresses/same-site-path.ts";
import { pageStatuses, type PageDirective } from "#lib/domain/addresses/page-directive.ts";
import { tagsOf, type Tag } from "#lib/gate/html/tags.ts";

const directive: z.ZodType<PageDirective> = z
  .strictObject({
    status: z.literal(pageStatuses).optional(),
    location: z
      .string()
      .transform(sameSitePath)
      .pipe(z.string({ error: "must stay on this site" }))
      .optional(),
    store: z.boolean().optional(),
    found: z.int().nonnegative().optional(),
  })
  .refine(({ status, location }) => isRedirect(status ?? 200) === (location !== undefined));

export type Directive = PageDirective;

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

function findDirective(html: string): Tag | null {
  let inHead = false;
  for (const tag of tagsOf(html, isBody)) {
    if (tag.name === "head" && tag.kind === "open") inHead = true;
    else if (isBody(tag) || tag.name === "head") return null;
    else if (inHead && tag.kind === "open" && tag.name === "meta" && tag.attributes["name"] === "gate") return tag;
  }
  return null;
}

const isBody = ({ name }: Tag) => name === "body";

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
