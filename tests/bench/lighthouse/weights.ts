import { once } from "node:events";
import { get } from "node:http";
import { buffer } from "node:stream/consumers";

/** What a first view of a page takes, in bytes without the fields of its answers. */
export interface Weights {
  html: number;
  compressedHtml: number;
  compressedStyles: number;
  compressedScript: number;
  fonts: number;
  /** Of the framework, of which no page should want any. */
  frameworkScript: number;
}

/** Asks again for all that a page needed, and weighs it by kind. */
export async function weigh(page: string, asked: readonly string[]): Promise<Weights> {
  const sizes = await Promise.all(asked.map(async (url) => ({ url, bytes: await bytesOf(url, "br") })));
  const sum = (kind: RegExp) => sizes.reduce((all, { url, bytes }) => all + (kind.test(url) ? bytes : 0), 0);
  return {
    html: await bytesOf(page, "identity"),
    compressedHtml: await bytesOf(page, "br"),
    compressedStyles: sum(/\.css$/),
    compressedScript: sum(/\/js\/\w+\.js$/),
    fonts: sum(/\.woff2$/),
    frameworkScript: sum(/\/_next\/.*\.js$/),
  };
}

async function bytesOf(url: string, coding: string): Promise<number> {
  const [answer] = await once(get(url, { headers: { "accept-encoding": coding }, agent: false }), "response");
  return (await buffer(answer)).length;
}
