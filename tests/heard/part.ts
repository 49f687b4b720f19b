import type { Page } from "@playwright/test";

/** What became of a part: its figures, and every promise that was broken, in words. */
export interface Finding {
  figures: readonly (readonly [string, number | string])[];
  broken: readonly string[];
}

/** One way of reading the site, that looks by itself. */
export type Part = () => Promise<Finding>;

/** A page in one of its states, with the markup the site sent for it. */
export interface State {
  name: string;
  html: string;
}

/** One way of reading the site, that is shown every page in every state. It may not leave the page changed. */
export interface Looker {
  look(page: Page, state: State): Promise<void>;
  finish(): Promise<Finding>;
}
