import type { Page } from "@playwright/test";
import { controlsOf, type Control } from "#tests/support/controls.ts";
import { unfold } from "#tests/support/axe.ts";
import { pageKinds } from "#tests/support/page-kinds.ts";
import { overflowing } from "#tests/support/small-screen.ts";
import { someOf } from "#tests/support/thorough.ts";
import { expect, look, test } from "./test.ts";

const phone = { width: 320, height: 568 };
/** A screen of 1280 by 1024 at 400 %. */
const magnified = { width: 320, height: 256 };

/** Which are looked at with wider spacing and larger text as well. */
const changed = new Set(someOf(pageKinds, 3, 1).map(({ name }) => name));
const listings = pageKinds.filter(({ name }) => name.includes("listing"));

/** Words cut off because their box does not grow. What only a screen reader is told is cut on purpose, and a field scrolls. */
const clipped = (page: Page) =>
  page.evaluate(() =>
    [...document.body.querySelectorAll("*")]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const cuts = [overflowX, overflowY].some((overflow) => overflow === "hidden" || overflow === "clip");
        const more = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
        const isUnseen = element.getBoundingClientRect().width <= 1;
        return cuts && more && !isUnseen && element.checkVisibility() && element.tagName !== "INPUT";
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );

/** The spacing that some readers set for themselves, as WCAG 1.4.12 has it. */
const spaceOut = (page: Page) =>
  page.evaluate(() => {
    const styles = new CSSStyleSheet();
    styles.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }" +
        "p { margin-bottom: 2em !important }",
    );
    document.adoptedStyleSheets = [styles];
  });

/** Text alone at twice its size, as WCAG 1.4.4 has it: every size is a multiple of the root's. */
const enlarge = (page: Page) =>
  page.evaluate(() => {
    const before = Number.parseFloat(getComputedStyle(document.body).fontSize);
    const styles = new CSSStyleSheet();
    styles.replaceSync("html { font-size: 200% !important }");
    document.adoptedStyleSheets = [styles];
    return Number.parseFloat(getComputedStyle(document.body).fontSize) / before;
  });

/** Controls less than 24 pixels one way, of which there must be some to look at. */
async function tooSmall(page: Page): Promise<Control[]> {
  const controls = await controlsOf(page);
  expect(controls.length).toBeGreaterThan(8);
  return controls.filter(({ width, height, inText }) => !inText && Math.min(width, height) < 24);
}

for (const { name, find } of pageKinds) {
  look(`${name}: fits every screen, folded and unfolded, and its controls are large enough`, async ({ page }) => {
    await page.setViewportSize(magnified);
    await page.goto(await find());
    expect(await overflowing(page)).toEqual([]);
    await unfold(page);
    expect(await overflowing(page)).toEqual([]);
    expect(await tooSmall(page)).toEqual([]);

    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await tooSmall(page)).toEqual([]);
    if (!changed.has(name)) return;
    await spaceOut(page);
    expect(await overflowing(page)).toEqual([]);
    expect(await clipped(page)).toEqual([]);

    await page.setViewportSize(magnified);
    expect(await overflowing(page)).toEqual([]);
    expect(await clipped(page)).toEqual([]);

    await page.setViewportSize({ width: 1280, height: 1024 });
    expect(await enlarge(page)).toBe(2);
    expect(await overflowing(page)).toEqual([]);
    expect(await clipped(page)).toEqual([]);
    await page.setViewportSize({ width: 640, height: 800 });
    expect(await overflowing(page)).toEqual([]);
  });
}

for (const { name, find } of listings) {
  look(`${name}: the sentence stands within the first screen of a phone`, async ({ page }) => {
    await page.setViewportSize(phone);
    await page.goto(await find());
    const box = await page.getByRole("status").boundingBox();
    expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(phone.height);
  });
}

test("the checks find what sticks out, what is cut off and what is too small", async ({ page }) => {
  await page.setViewportSize(magnified);
  await page.goto("/about");
  await page.getByRole("main").evaluate((main) => {
    main.innerHTML =
      "<p>Words</p>" +
      '<a href="/">a</a>'.repeat(9) +
      '<pre id="wide">' +
      "wide".repeat(200) +
      '</pre><p id="cut">cut cut</p>';
    const [wide, cut] = [main.querySelector("pre"), main.querySelector<HTMLElement>("#cut")];
    if (wide) Object.assign(wide.style, { whiteSpace: "pre", display: "inline-block" });
    if (cut) Object.assign(cut.style, { overflow: "hidden", height: "5px" });
  });
  expect((await overflowing(page)).join()).toContain('id="wide"');
  expect((await clipped(page)).join()).toContain('id="cut"');
  expect((await controlsOf(page)).filter(({ says, width }) => says === "a" && width < 24)).toHaveLength(9);
});
