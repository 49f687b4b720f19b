import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type axe from "axe-core";
import type { Page } from "@playwright/test";
import { isTaken, someOf } from "./thorough.ts";

// Less than half of what it says of itself as its source, and every page is sent it.
const source = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8")
  // A few signs beyond Latin 1 would make every browser keep and read all of it at twice its length.
  .replace(/[^\0-\xff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** What is asked of every page. */
export const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on the page as it stands once all of it is there, in words. */
export async function violations(page: Page, asked = tags): Promise<string[]> {
  const found = await askAxe(page, { runOnly: asked, resultTypes: ["violations"], selectors: false });
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`),
  );
}

/** All that axe has to say of the page once all of it is there. It may stay in the page. */
export async function askAxe(page: Page, asked: axe.RunOptions): Promise<axe.AxeResults> {
  await page.waitForLoadState();
  if (!(await page.evaluate(() => "axe" in window))) await giveAxe(page);
  // Asked of axe itself: no page of ours holds a frame, for whose sake its own builder reads every page several times. No style of
  // ours is from elsewhere either.
  return page.evaluate(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(document, { ...options, preload: false }),
    asked,
  );
}

/** Sends axe as a script. As the argument of a call it would be copied and read several times, which takes twice as long. */
async function giveAxe(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const { exceptionDetails } = await devtools.send("Runtime.evaluate", { expression: source });
  await devtools.detach();
  if (exceptionDetails) throw new Error(`axe cannot be read: ${exceptionDetails.exception?.description}`);
}

/** What axe finds in both colour schemes. A scheme changes colours and nothing else. */
export async function violationsInBothSchemes(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  await unfold(page);
  const light = await violations(page);
  await page.emulateMedia({ colorScheme: "dark" });
  return [...light, ...(await violations(page, ["cat.color"]))];
}

/**
 * Which of the pages of a sweep are looked at: they are made of the same parts. Every page, in every state and dress, is by
 * `npm run test:long -- heard engines`.
 */
export const lookedAt = <Case>(cases: readonly Case[]): readonly Case[] => someOf(cases, 3);

/**
 * The same for a journey, whose states come one after another: what looks at every third. Errors have colours of
 * their own, so those are looked at in both schemes.
 */
export function looksInTurn(): (page: Page, state: { failed: boolean }) => Promise<string[]> {
  const places = { failed: 0, sound: 0 };
  return async (page, { failed }) => {
    const place = failed ? places.failed++ : places.sound++;
    if (!isTaken(place, 3)) return [];
    return failed ? violationsInBothSchemes(page) : violations(page);
  };
}

/** What is folded away is part of the page too. */
export async function unfold(page: Page): Promise<void> {
  await page.waitForLoadState();
  await page.locator("details").evaluateAll((all) => all.forEach((details) => details.setAttribute("open", "")));
}
