import type { Page } from "@playwright/test";

/** Something that can be pressed, ticked or typed into, as it lies on the screen. */
export interface Control {
  says: string;
  tag: string;
  width: number;
  height: number;
  /** A link in the middle of a sentence, whose height the sentence decides. */
  inText: boolean;
}

/** Every control a reader sees, in the order of the document. A box and its words are pressed as one. */
export const controlsOf = (page: Page): Promise<Control[]> =>
  page.evaluate(() => {
    // A trap for programs has no reader.
    const shown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) && !element.closest("[aria-hidden='true']");
    return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), summary, select, textarea")]
      .filter((element) => shown(element) && !element.matches(":disabled, [href='#main']"))
      .map((element) => {
        const row = element.closest(".choice, .choices > li") ?? element;
        const parts = [...row.getClientRects()];
        const { width, height } = element.tagName === "A" && parts[0] ? largest(parts) : row.getBoundingClientRect();
        const around = element.parentElement;
        const inText =
          element.tagName === "A" &&
          getComputedStyle(element).display === "inline" &&
          [...(around?.childNodes ?? [])].some((node) => node.nodeType === 3 && /\w/.test(node.textContent ?? ""));
        return { says: (element.textContent || element.id).trim(), tag: element.tagName, width, height, inText };
      });

    function largest(parts: DOMRect[]) {
      return parts.reduce((best, part) => (part.width > best.width ? part : best));
    }
  });
