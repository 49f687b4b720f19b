import { tagsOf } from "#lib/gate/html/tags.ts";

// The classes are those of the line about the demonstration's data, so the stylesheet has them.
const line =
  `<aside aria-label="What works at the moment" class="border-b border-line bg-wash text-small"><p class="band py-2">` +
  `You can read, but nothing can be sent in at the moment. We are putting it right.</p></aside>`;

/** Says above what a page is about that submitting is paused. In and out: a whole page; one without a main part is left alone. */
export function withPausedLine(html: string): string {
  const main = tagsOf(html).find(({ kind, name }) => kind === "open" && name === "main");
  return main ? html.slice(0, main.start) + line + html.slice(main.start) : html;
}
