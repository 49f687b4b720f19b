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

/**
 * Presses Tab until focus leaves the page. Throws when it does not. A busy browser that has no window can pass over the moment between
 * two rounds, so there may be three.
 */
export async function walkByTab(page: Page, most = 400): Promise<TabStop[]> {
  const stops: TabStop[] = [];
  for (let presses = 0, rounds = 1; presses < most && rounds <= 3; presses++) {
    await page.keyboard.press("Tab");
    const stop = await tabStop(page);
    if (!stop) return stops;
    if (stop.number === stops[0]?.number) rounds++;
    if (rounds === 1) stops.push(stop);
  }
  throw new Error(`Focus was still on the page after three rounds or ${most} presses of Tab`);
}

/** Presses Shift and Tab until focus was on a number of controls, and says on which. The first presses may find it outside the page. */
export async function walkBack(page: Page, most: number): Promise<number[]> {
  const numbers: number[] = [];
  for (let presses = 0; numbers.length < most && presses < most + 2; presses++) {
    await page.keyboard.press("Shift+Tab");
    const stop = await tabStop(page);
    if (stop) numbers.push(stop.number);
  }
  return numbers;
}
