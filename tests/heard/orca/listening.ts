import type { Page } from "@playwright/test";
import { siteAddress } from "#tests/support/ask.ts";
import type { Desktop } from "./desktop.ts";
import type { Listener } from "./journeys.ts";
import { lasting } from "./spoken.ts";

const mostPresses = 60;
const suggestions = /^\d+ suggestions?$/;

/**
 * Somebody at a desktop, and a list of what they did and heard, one phrase a line.
 *
 * @param fault a script that breaks each page before anything is done with it
 */
export function listenerAt({ page, key, said }: Desktop, fault?: string): Listener & { lines: string[] } {
  const lines: string[] = [];
  const names: Record<string, string> = {};
  const write = (did: string, heard: readonly string[], most = heard.length) => {
    const kept = heard.map((phrase) => lasting(phrase, names)).filter((phrase) => phrase !== "Loading. Please wait.");
    lines.push(`> ${lasting(did, names)}`, ...kept.slice(0, most).map((phrase) => `  ${phrase}`));
    if (kept.length > most) lines.push("  (and so on)");
  };
  const whole = async () => {
    const heard = await said(true);
    if (fault) await page.evaluate(fault);
    return heard;
  };
  return {
    lines,
    async open(path, most) {
      await said();
      await page.open(siteAddress() + path);
      write("open", await whole(), most);
    },
    async press(...keys) {
      for (const one of keys) {
        key(one);
        write(one, await said());
      }
    },
    async type(text) {
      for (const letter of text)
        key(letter === " " ? "space" : /[A-Z]/.test(letter) ? `shift+${letter.toLowerCase()}` : letter);
      const heard = await said();
      // How many come while somebody types yet is a matter of how fast: what counts is what is said in the end.
      const last = heard.findLastIndex((phrase) => suggestions.test(phrase));
      write(
        `type “${text}”`,
        heard.filter((phrase, at) => at === last || !suggestions.test(phrase)),
      );
    },
    async go(one, most) {
      key(one);
      write(one, await whole(), most);
    },
    async seek(one, wanted) {
      for (let presses = 1; presses <= mostPresses; presses++) {
        key(one);
        const heard = await said();
        if (!heard.some((phrase) => phrase.startsWith(wanted))) continue;
        write(presses > 1 ? `${one}, ${presses} times` : one, heard);
        return;
      }
      throw new Error(`“${wanted}” is not heard after ${mostPresses} times ${one}`);
    },
    become: (reader) => become(page, reader),
    call: (name, general) => void (names[name] = general),
  };
}

async function become(page: Desktop["page"], reader: Page): Promise<void> {
  for (const { name, value, domain, path, httpOnly } of await reader.context().cookies()) {
    const cookie = { name, value: { type: "string", value }, domain, path, httpOnly };
    await page.send("storage.setCookie", { cookie });
  }
}
