import { request } from "node:http";
import { brotliDecompressSync } from "node:zlib";

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** As it came over the wire: compressed where the answer says so. */
  wire: Buffer;
  text: string;
  milliseconds: number;
}

/**
 * Asks the running site for an address exactly as written, without a browser: nothing is followed, decoded or tidied up.
 *
 * @param path from the slash on
 */
export function ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { hostname, port } = new URL(siteAddress());
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers, timeout: 30_000 }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const wire = Buffer.concat(chunks);
        const packed = response.headers["content-encoding"] === "br";
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          wire,
          text: (packed ? brotliDecompressSync(wire) : wire).toString("utf8"),
          milliseconds: performance.now() - started,
        });
      });
    });
    asked.on("timeout", () => asked.destroy(new Error(`No answer to ${path.slice(0, 200)}`)));
    asked.on("error", reject);
    asked.end();
  });
}

/** Where the site under test is. */
export function siteAddress(): string {
  const address = process.env["SITE_ADDRESS"];
  if (!address) throw new Error("SITE_ADDRESS is not set");
  return address;
}

/** Works through all items, a few at a time, and keeps the results in their order. */
export async function inTurns<Item, Value>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Value>,
) {
  const results: Value[] = [];
  const waiting = items.entries();
  const worker = async () => {
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
