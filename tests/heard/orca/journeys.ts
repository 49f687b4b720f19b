import type { Browser, Page } from "@playwright/test";
import { siteAddress } from "#tests/support/ask.ts";
import { aSubmission, openFromQueue, signInAs } from "#tests/support/on-the-desk.ts";
import { answerEverything, startDraft } from "#tests/support/submission.ts";
import { byPointer } from "#tests/support/typists.ts";

/** What somebody does who hears the site and has a keyboard. */
export interface Listener {
  /** @param most how many phrases of the page are kept, where it goes on about what other journeys hear */
  open(path: string, most?: number): Promise<void>;
  /** Presses keys by their names in X, one after another, and listens after each. */
  press(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Presses a key that brings another page, and hears that from its beginning. */
  go(key: string, most?: number): Promise<void>;
  /** Goes on with a key until something is heard, as somebody does who looks for it. */
  seek(key: string, wanted: string): Promise<void>;
  /** Takes over what a browser of Chromium was given to be known by. */
  become(page: Page): Promise<void>;
  /** Has a name that was made up for this run written otherwise. */
  call(name: string, general: string): void;
}

export type Heard = (listener: Listener, browser: Browser) => Promise<void>;

/** Of a listing the filters are heard in the journey that is about them. */
const untilFilters = 60;

export const journeys: Record<string, Heard> = {
  async search(listener) {
    await listener.open("/", 40);
    await listener.seek("Tab", "Search the case studies");
    await listener.type("libraries");
    await listener.go("Return", untilFilters);
    await listener.press("h", "h", "Down", "h");
    await listener.go("Return", 50);
  },

  async filter(listener) {
    await listener.open("/case-studies?topic=libraries", untilFilters);
    await listener.seek("x", "Culture Hub");
    await listener.press("space");
    await listener.seek("b", "Apply filters");
    await listener.go("Return", 60);
    await listener.press("h", "h", "Up");
  },

  async errors(listener) {
    await listener.open("/submit/start");
    await listener.seek("b", "Start");
    await listener.go("Return");
    await listener.press("Tab", "Return");
    await listener.type("Night buses");
    await listener.press("Tab");
  },

  async check(listener, browser) {
    const context = await browser.newContext({ baseURL: siteAddress() });
    const page = await context.newPage();
    await startDraft(page, byPointer);
    const draft = new URL(page.url()).pathname.split("/").slice(0, 3).join("/");
    await page.goto(draft);
    await answerEverything(page, byPointer);
    await listener.become(page);
    await context.close();
    await listener.open(`${draft}/check`);
    await listener.seek("b", "Send to the editors");
    await listener.go("Return", 60);
    await listener.press("Tab", "Return", "Tab", "space");
  },

  async decision(listener, browser) {
    const { title } = await aSubmission(browser);
    listener.call(title, "(its title)");
    const context = await browser.newContext({ baseURL: siteAddress() });
    const page = await context.newPage();
    await signInAs(page, "Amira Hussain");
    const path = await openFromQueue(page, title);
    await listener.become(page);
    await context.close();
    await listener.open(path, 60);
    await listener.seek("b", "Take it");
    await listener.go("Return", 60);
    await listener.seek("k", "Accept");
    await listener.go("Return");
    await listener.seek("b", "Accept");
    await listener.go("Return", 60);
  },
};

/** A page whose label is lost: whoever hears it must hear another thing than before. */
export const fault = {
  journey: "errors",
  expression: `document.querySelectorAll("label[for=title]").forEach((label) => label.remove())`,
} as const;
