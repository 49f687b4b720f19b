import type { Page } from "@playwright/test";

/** What sticks out at the side, in words. A part that scrolls by itself may hold more than fits. */
export async function overflowing(page: Page): Promise<string[]> {
  await page.waitForLoadState();
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const scrolls = (element: Element): boolean =>
      /auto|scroll/.test(getComputedStyle(element).overflowX) ||
      (element.parentElement !== null && scrolls(element.parentElement));
    const wide = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > room + 1 && !scrolls(element),
    );
    const sideways = document.documentElement.scrollWidth > room;
    return sideways || wide.length ? [...wide.map((one) => one.outerHTML.slice(0, 120)), `scrolls: ${sideways}`] : [];
  });
}
