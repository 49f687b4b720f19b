import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Page } from "@playwright/test";

const entry = createRequire(import.meta.url).resolve("@guidepup/virtual-screen-reader");
const reader = readFileSync(join(dirname(entry), "..", "esm", "index.browser.js"), "utf8");

/**
 * Everything a virtual screen reader says from the start of a part of the page to its end, phrase by phrase.
 *
 * @param part the name of its element
 * @param role what it is called aloud
 */
export async function heard(page: Page, part = "main", role = part): Promise<string[]> {
  return page.evaluate(
    async ({ reader, part, role }) => {
      const address = URL.createObjectURL(new Blob([reader], { type: "text/javascript" }));
      const { virtual } = (await import(address)) as { virtual: VirtualReader };
      const container = document.querySelector(part);
      if (!container) throw new Error(`There is no ${part}`);
      await virtual.start({ container });
      for (let steps = 0; steps < 3000; steps++) {
        await virtual.next();
        if ((await virtual.lastSpokenPhrase()) === `end of ${role}`) break;
      }
      const said = await virtual.spokenPhraseLog();
      await virtual.stop();
      return said;
    },
    { reader, part, role },
  );
}

interface VirtualReader {
  start(options: { container: Element }): Promise<void>;
  next(): Promise<void>;
  lastSpokenPhrase(): Promise<string>;
  spokenPhraseLog(): Promise<string[]>;
  stop(): Promise<void>;
}
