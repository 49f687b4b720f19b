import type { Page } from "@playwright/test";
import { HtmlValidate } from "html-validate";
import { unfold, violationsInBothSchemes } from "#tests/support/axe.ts";
import { controlsOf } from "#tests/support/controls.ts";
import { overflowing } from "#tests/support/small-screen.ts";
import { expect, test } from "./test.ts";

const lists = [
  "/editor/queue",
  "/editor/queue?tab=all",
  "/editor/queue?tab=held",
  "/editor/queue?tab=due&page=2",
  "/editor/queue?tab=all&q=zzzz&topic=nothing&colour=red",
  "/editor/suggestions",
  "/editor/suggestions?tab=settled",
  "/editor/people",
  "/editor/people?q=zzzz",
];

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    "void-style": ["error", { style: "selfclosing" }],
    "attribute-boolean-style": ["error", { style: "empty" }],
    "attr-case": ["error", { style: ["lowercase", "camelcase"] }],
    // What can be ticked has the name that a single one is taken by.
    "form-dup-name": ["error", { shared: ["checkbox", "radio", "submit"] }],
    "long-title": "off",
  },
});

async function signIn(page: Page) {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Helen Marsh" }).click();
}

for (const path of lists) {
  test(`${path}: axe finds nothing in either scheme, the markup is valid, and it is small enough`, async ({ page }) => {
    await signIn(page);
    const answer = await page.goto(path);
    const html = (await answer?.text()) ?? "";
    expect(Buffer.byteLength(html)).toBeLessThan(40_000);
    const { results } = await validator.validateString(html);
    expect(results.flatMap(({ messages }) => messages.map(({ message, line }) => `${line} ${message}`))).toEqual([]);
    expect(await violationsInBothSchemes(page)).toEqual([]);
  });

  test(`${path}: fits a small screen, folded and unfolded, with controls large enough`, async ({ page }) => {
    await signIn(page);
    await page.setViewportSize({ width: 320, height: 568 });
    await page.goto(path);
    expect(await overflowing(page)).toEqual([]);
    await unfold(page);
    expect(await overflowing(page)).toEqual([]);
    const small = (await controlsOf(page)).filter(
      ({ width, height, inText }) => !inText && Math.min(width, height) < 24,
    );
    expect(small).toEqual([]);
  });
}
