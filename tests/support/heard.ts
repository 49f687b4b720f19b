import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Page } from "@playwright/test";

const entry = createRequire(import.meta.url).resolve("@guidepup/virtual-screen-reader");
const reader = readFileSync(join(dirname(entry), "..", "esm", "index.browser.js"), "utf8");

/** Everything a virtual screen reader says from the start of the page's main part to its end, phrase by phrase. */
export async function heard(page: Page, part = "main"): Promise<string[]> {
  return page.evaluate(
    async ({ reader, part }) => {
      const address = URL.createObjectURL(new Blob([reader], { type: "text/javascript" }));
      const { virtual } = (await import(address)) as { virtual: VirtualReader };
      const container = document.querySelector(part);
      if (!container) throw new Error(`There is no ${part}`);
      await virtual.start({ container });
      for (let steps = 0; steps < 3000; steps++) {
        await virtual.next();
        if ((await virtual.lastSpokenPhrase()) === `end of ${part}`) break;
      }
      const said = await virtual.spokenPhraseLog();
      await virtual.stop();
      return said;
    },
    { reader, part },
  );
}

interface VirtualReader {
  start(options: { container: Element }): Promise<void>;
  next(): Promise<void>;
  lastSpokenPhrase(): Promise<string>;
  spokenPhraseLog(): Promise<string[]>;
  stop(): Promise<void>;
}
