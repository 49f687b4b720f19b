import type { Here } from "#lib/ops/here.ts";

/** HTML that is held for a request under a number, or stands here where nobody answers one. */
export type Held = { number: number } | { html: string };

// By these names, as what is built for browsers has no modules of Node, and the pages have this one twice.
const shared = globalThis as { casebookHere?: { getStore(): Here | undefined }; casebookHeld?: number };

/** Holds HTML for as long as a request lasts. */
export function holdHtml(html: string): Held {
  const here = shared.casebookHere?.getStore();
  if (!here) return { html };
  // Counted over all requests, so that the wrong one has nothing under it.
  const number = (shared.casebookHeld = (shared.casebookHeld ?? 0) + 1);
  (here.html ??= new Map()).set(number, html);
  return { number };
}

/** HTML that was held. Throws where this request has none under that number, so that no page goes out without what is in it. */
export function heldHtml(held: Held): string {
  const html = "html" in held ? held.html : shared.casebookHere?.getStore()?.html?.get(held.number);
  if (html === undefined) throw new Error("What a page holds was lost before it was written");
  return html;
}
