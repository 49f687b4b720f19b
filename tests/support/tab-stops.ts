import type { Page } from "@playwright/test";

export interface TabStop {
  /** The number the element was given in the order of the document. */
  number: number;
  says: string;
  /** Whether it looks different from how it looks when it has no focus. */
  marked: boolean;
  /** Whether something else lies over what of it is on the screen, or nothing of it is. */
  covered: boolean;
}

const controls = "a[href], button, input:not([type=hidden]), summary, select, textarea, [tabindex='0']";

/** Numbers everything that can have focus, notes how it looks without, and says how it is called, in the order of the document. */
export const numberControls = (page: Page): Promise<string[]> =>
  page.evaluate((selector) => {
    const all = [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(":disabled"),
    );
    return all.map((element, index) => {
      element.dataset["number"] = String(index);
      element.dataset["looks"] = looks(element);
      return (element.textContent || element.id || element.closest("label")?.textContent || "").trim();
    });

    function looks(element: Element) {
      const { outlineStyle, outlineColor, outlineWidth, boxShadow, backgroundColor } = getComputedStyle(element);
      return [outlineStyle, outlineColor, outlineWidth, boxShadow, backgroundColor].join();
    }
  }, controls);

/** What has focus now. Null when nothing on the page has. */
export const tabStop = (page: Page): Promise<TabStop | null> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element.dataset["number"] === undefined) return null;
    const { outlineStyle, outlineColor, outlineWidth, boxShadow, backgroundColor } = getComputedStyle(element);
    const looks = [outlineStyle, outlineColor, outlineWidth, boxShadow, backgroundColor].join();
    const { left, top, width, bottom } = element.getClientRects()[0] ?? element.getBoundingClientRect();
    // A tall box is scrolled to the line that has the caret: what of it is on the screen must be free.
    const middle = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
    const over = top < innerHeight && bottom > 0 ? document.elementFromPoint(left + width / 2, middle) : null;
    const row = element.closest(".choice, .choices > li") ?? element;
    return {
      number: Number(element.dataset["number"]),
      says: (element.textContent || element.id || element.closest("label")?.textContent || "").trim(),
      marked: looks !== element.dataset["looks"],
      covered: !over || !(row.contains(over) || over.contains(element)),
    };
  });

/** Presses Tab until focus leaves the page. Throws when it does not. */
export async function walkByTab(page: Page, most = 400): Promise<TabStop[]> {
  const stops: TabStop[] = [];
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press("Tab");
    const stop = await tabStop(page);
    if (!stop) return stops;
    stops.push(stop);
  }
  throw new Error(`Focus was still on the page after ${most} presses of Tab`);
}

/** Presses Shift and Tab a number of times, and says where focus was after each. */
export async function walkBack(page: Page, presses: number): Promise<(number | undefined)[]> {
  const numbers: (number | undefined)[] = [];
  for (let press = 0; press < presses; press++) {
    await page.keyboard.press("Shift+Tab");
    numbers.push((await tabStop(page))?.number);
  }
  return numbers;
}
