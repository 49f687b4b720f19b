import type { Page } from "@playwright/test";

/** One of those who look for what keeps somebody from reading a page. */
export interface Engine {
  name: string;
  /** What fails level A or AA of WCAG 2.2 on the page as it stands, in words. */
  failures(page: Page, onlyColours: boolean): Promise<string[]>;
}
