import type { Here } from "#lib/ops/here.ts";

/** HTML that is held for a request under a place, or stands here where nobody answers one. */
export type Held = { place: number } | { html: string };

// By this name, as what is built for browsers has no modules of Node.
const shared = globalThis as { casebookHere?: { getStore(): Here | undefined } };

/** Holds HTML for as long as a request lasts. */
export function holdHtml(html: string): Held {
  const here = shared.casebookHere?.getStore();
  return here ? { place: (here.html ??= []).push(html) - 1 } : { html };
}

/** HTML that was held. Throws where it is not there any more, so that no page goes out without what is in it. */
export function heldHtml(held: Held): string {
  const html = "html" in held ? held.html : shared.casebookHere?.getStore()?.html?.[held.place];
  if (html === undefined) throw new Error("What a page holds was lost before it was written");
  return html;
}
