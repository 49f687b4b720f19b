import { pageKinds } from "#tests/support/page-kinds.ts";
import type { Journey } from "./state.ts";

/** Every so-manieth kind of public page, so that two browsers can share them. */
export const publicPages = (share: number, shares: number): Journey =>
  async function* (page) {
    for (const [index, { name, find }] of pageKinds.entries()) {
      if (index % shares !== share) continue;
      await page.goto(await find());
      yield name;
    }
  };
