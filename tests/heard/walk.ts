import { randomInt } from "node:crypto";
import { chromium, type Browser, type Page } from "@playwright/test";
import { inTurns, siteAddress } from "#tests/support/ask.ts";
import { findChromium } from "#tests/support/chromium.ts";
import type { Looker } from "./part.ts";
import { administratorsWork, wordFile } from "./states/bringing.ts";
import { desk, editorsLists } from "./states/editing.ts";
import { errorPages } from "./states/errors.ts";
import { councilsLetters, readersLetters } from "./states/following.ts";
import { publicPages } from "./states/public.ts";
import { readersForms } from "./states/readers.ts";
import type { Journey } from "./states/state.ts";
import { emptyDraft, fullDraft } from "./states/submitting.ts";

const journeys: Record<string, Journey> = {
  "a submission, empty": emptyDraft,
  "a submission, filled": fullDraft,
  "a review": desk,
  "editors' lists": editorsLists,
  "readers' forms": readersForms,
  "councils' letters": councilsLetters,
  "readers' letters": readersLetters,
  "a Word file": wordFile,
  "an administrator's work": administratorsWork,
  "public pages, one half": publicPages(0, 2),
  "public pages, the other half": publicPages(1, 2),
  "error pages": errorPages,
};

/**
 * Shows every page of the site in every state to all who look, in one Chromium.
 *
 * @param only journeys with this in their name
 * @returns how many states there were, and the journeys that could not be walked to their end
 */
export async function walk(lookers: readonly Looker[], only = ""): Promise<{ states: number; broken: string[] }> {
  const browser = await openChromium();
  let states = 0;
  const broken: string[] = [];
  const chosen = Object.entries(journeys).filter(([name]) => name.includes(only));
  await inTurns(chosen, 2, async ([journey, steps]) => {
    const page = await aReader(browser);
    const served = { html: "" };
    page.on("response", async (answer) => {
      if (answer.request().isNavigationRequest() && answer.frame() === page.mainFrame() && answer.status() !== 303)
        served.html = await answer.text().catch(() => served.html);
    });
    const began = Date.now();
    try {
      for await (const name of steps(page)) {
        states++;
        await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
        for (const looker of lookers) await looker.look(page, { name: `${journey}: ${name}`, html: served.html });
      }
    } catch (error) {
      broken.push(`${journey}: ${String(error)}`);
    }
    console.log(`${journey}, walked in ${Math.round((Date.now() - began) / 1000)} s`);
    await page.context().close();
  });
  await browser.close();
  return { states, broken };
}

/** The Chromium of this machine, without a screen. */
export function openChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("There is no Chromium: apt-get install chromium");
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
}

/** Somebody with a browser of their own, script on, and an address that counts against nobody else. */
async function aReader(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    baseURL: siteAddress(),
    locale: "en-GB",
    extraHTTPHeaders: { "x-forwarded-for": `10.${[1, 2, 3].map(() => randomInt(256)).join(".")}` },
  });
  return context.newPage();
}
