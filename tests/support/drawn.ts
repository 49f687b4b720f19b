import type { ReactNode } from "react";
import { prerender } from "react-dom/static";

/** The main part of a page as a reader gets it, in one pass, with everything in it that is waited for. */
export async function drawn(page: ReactNode | Promise<ReactNode>): Promise<string> {
  const { prelude } = await prerender(await page);
  const html = await new Response(prelude).text();
  return (/<main.*<\/main>/s.exec(html)?.[0] ?? html).replaceAll("<!-- -->", "");
}

/** What stands on a page, without its markup. */
export async function wordsOn(page: ReactNode | Promise<ReactNode>): Promise<string> {
  const html = await drawn(page);
  return html
    .replaceAll(/<\/(p|li|h\d|dd|dt|summary|div)>/g, "\n")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
