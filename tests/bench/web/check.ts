import { gunzipSync } from "node:zlib";
import { answerOf } from "./least/bare-server.ts";

/**
 * Asks for a page before it is measured.
 *
 * @param titles of case studies that have to be on it
 * @param least how many of them
 * @returns how many bytes it has as they came
 * @throws when it is another page, or none
 */
export async function checkPage(url: string, titles: readonly string[], least = 1): Promise<number> {
  const { status, headers, bytes } = await answerOf(url);
  const html = (headers["content-encoding"] === "gzip" ? gunzipSync(bytes) : bytes).toString("utf8");
  const text = bare(html);
  const found = titles.filter((title) => text.includes(bare(title))).length;
  if (status !== 200 || found < least)
    throw new Error(`${url} answered ${status} with ${found} of ${least} titles:\n${html.slice(0, 2000)}`);
  return bytes.length;
}

/** Letters and digits only, since programs write quotation marks and dashes in ways of their own. */
const bare = (text: string) =>
  text
    .replace(/<[^>]*>|&[#\w]+;/g, "")
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
