import { ask, inTurns } from "./asking/ask.ts";

const most = 400;

/** Follows every link there is from some pages on, as somebody with a session, by GET alone (V3.5.3). @returns how many were opened */
export async function followEverything(address: string, cookie: string): Promise<{ opened: number; failed: string[] }> {
  const seen = new Set(["/", "/editor/queue", "/editor/history", "/sign-in/account"]);
  const failed: string[] = [];
  let next = [...seen];
  while (next.length) {
    const found = new Set<string>();
    await inTurns(next, 8, async (path) => {
      const { status, text } = await ask({ address }, { method: "GET", path, headers: { cookie } });
      if (status >= 500) failed.push(`${path} is answered with ${status}`);
      for (const [, link = ""] of text.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)/g))
        found.add(link.replaceAll("&amp;", "&"));
    });
    next = [...found].filter((path) => !seen.has(path) && !path.startsWith("//")).slice(0, most - seen.size);
    for (const path of next) seen.add(path);
  }
  return { opened: seen.size, failed };
}
