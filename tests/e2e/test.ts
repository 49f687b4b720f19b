import { randomInt } from "node:crypto";
import { signInAs } from "#tests/support/on-the-desk.ts";
import { test as base, expect, type Browser, type ConsoleMessage, type FullProject, type Page } from "@playwright/test";

/** Every test is somebody else, so that what one does never counts against another. */
const somebody = () => ({ "x-forwarded-for": `10.${[1, 2, 3].map(() => randomInt(256)).join(".")}` });

/** Uses a page. Anything the browser complains about in its console meanwhile fails the test. */
async function useQuietly(page: Page, use: (page: Page) => Promise<void>): Promise<void> {
  const complaints: string[] = [];
  const hear = (message: ConsoleMessage) => {
    const isStatus = message.text().includes("the server responded with a status of");
    if (message.type() === "error" && !isStatus) complaints.push(message.text());
  };
  const note = (error: Error) => complaints.push(error.message);
  page.on("console", hear).on("pageerror", note);
  await use(page);
  page.off("console", hear).off("pageerror", note);
  expect(complaints).toEqual([]);
}

/** A window such as each test of a project has, for as long as somebody wants it. */
export async function openWindow(browser: Browser, { use }: FullProject): Promise<Page> {
  const { javaScriptEnabled, locale, viewport, contextOptions } = use;
  const baseURL = process.env["SITE_ADDRESS"] ?? "";
  const given = Object.entries({ javaScriptEnabled, locale, viewport }).filter(([, value]) => value !== undefined);
  const context = await browser.newContext({ ...contextOptions, ...Object.fromEntries(given), baseURL });
  return context.newPage();
}

/**
 * A test that only looks at a page: in one window of its worker, as opening another and the first page in it takes five times as
 * long as another page in it.
 */
export const look = base.extend<object, { window: Page }>({
  window: [
    async ({ browser }, use, { project }) => {
      const page = await openWindow(browser, project);
      await use(page);
      await page.context().close();
    },
    { scope: "worker" },
  ],
  baseURL: async ({}, use) => use(process.env["SITE_ADDRESS"] ?? ""),
  extraHTTPHeaders: async ({}, use) => use(somebody()),
  context: async ({ window }, use) => use(window.context()),
  page: async ({ window, extraHTTPHeaders, viewport, actionTimeout }, use) => {
    await window.context().setExtraHTTPHeaders(extraHTTPHeaders ?? {});
    if (viewport) await window.setViewportSize(viewport);
    await window.emulateMedia({ media: null, colorScheme: "light", forcedColors: null });
    window.setDefaultTimeout(actionTimeout);
    await useQuietly(window, use);
  },
});

/** A browser test on the running site, of which nothing is left in the window for the next. */
export const test = look.extend({
  page: async ({ page }, use) => {
    await use(page);
    await leaveNothing(page);
  },
});

/** What a page has under way ends with it, so it goes before what it may still set. */
async function leaveNothing(page: Page): Promise<void> {
  const context = page.context();
  const others = context.pages().filter((other) => other !== page);
  await Promise.all(others.map((other) => other.close()));
  await page.unrouteAll({ behavior: "ignoreErrors" });
  page.removeAllListeners();
  await page.goto("/healthz");
  await context.clearCookies();
}

/** The same as an editor: signing in anew for each page would take as long as looking at it. */
export const lookAs = (name: string) =>
  look.extend<object, { window: Page }>({
    window: [
      async ({ browser }, use, { project }) => {
        const page = await openWindow(browser, project);
        await signInAs(page, name);
        await use(page);
        await page.context().close();
      },
      { scope: "worker" },
    ],
  });

export { expect };
