import type { Page } from "@playwright/test";

/**
 * Brings a page of a browser to one state of the site after another, and names each when it is there. Whoever looks may change
 * the size of its window and what its reader prefers, but not the page.
 */
export type Journey = (page: Page) => AsyncGenerator<string>;

/** Presses a button by all that it says. */
export const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true }).first().click();
