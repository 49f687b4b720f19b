import { expect, type FileChooser, type Locator, type Page } from "@playwright/test";

/** How somebody works through a form: with a pointer, or with nothing but the keyboard. */
export interface Typist {
  fill(field: Locator, text: string): Promise<void>;
  choose(option: Locator): Promise<void>;
  press(control: Locator): Promise<void>;
  attach(field: Locator, file: Attached): Promise<void>;
}

/** A file as somebody has it on their computer. */
export interface Attached {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export const byPointer: Typist = {
  fill: (field, text) => field.fill(text),
  choose: (option) => option.check(),
  press: (control) => control.click(),
  attach: (field, file) => field.setInputFiles(file),
};

/** Somebody who doubts: wherever they come they load the page again, go back and forth, open its bare address and print it. */
export function byDoubting(page: Page): Typist {
  return {
    ...byPointer,
    async press(control) {
      await control.click();
      await page.waitForLoadState();
      const address = page.url();
      const heading = page.getByRole("heading", { level: 1 });
      const found = await heading.innerText();
      const isStillThere = () => expect(heading, address).toHaveText(found);
      expect((await page.reload())?.status(), address).toBe(200);
      await isStillThere();
      await page.goBack();
      await expect(heading).toBeVisible();
      await page.goForward();
      await isStillThere();
      expect((await page.goto(address))?.status(), address).toBe(200);
      await isStillThere();
      expect((await page.pdf()).length, address).toBeGreaterThan(5000);
    },
  };
}

const mostStops = 300;

/** Somebody who never touches a pointer: every control is reached by Tab, and a choice among radio buttons by the arrows. */
export function byKeyboard(page: Page): Typist {
  const { keyboard } = page;
  const tabTo = async (wanted: Locator, isThere = hasFocus) => {
    for (let stops = 0; stops < mostStops; stops++) {
      if (await wanted.evaluate(isThere)) return;
      await keyboard.press("Tab");
    }
    throw new Error(`${wanted} cannot be reached by Tab`);
  };
  return {
    async fill(field, text) {
      await tabTo(field);
      await keyboard.press("ControlOrMeta+A");
      await keyboard.insertText(text);
    },
    async choose(option) {
      await tabTo(option, hasFocusInItsGroup);
      await keyboard.press("Space");
      for (let presses = 0; presses < mostStops && !(await option.isChecked()); presses++)
        await keyboard.press("ArrowDown");
    },
    async press(control) {
      await tabTo(control);
      await keyboard.press("Enter");
    },
    async attach(field, file) {
      await tabTo(field);
      await (await openChooser(page)).setFiles(file);
    },
  };
}

/** A browser under load now and then opens none at the first press. */
async function openChooser(page: Page, presses = 5): Promise<FileChooser> {
  const opened = page.waitForEvent("filechooser", { timeout: 4000 });
  await page.keyboard.press("Space");
  return presses > 1 ? opened.catch(() => openChooser(page, presses - 1)) : opened;
}

const hasFocus = (element: Element) => element === document.activeElement;

/** One Tab stop stands for all radio buttons of a name. */
const hasFocusInItsGroup = (element: Element) =>
  element === document.activeElement ||
  (element instanceof HTMLInputElement &&
    element.type === "radio" &&
    document.activeElement instanceof HTMLInputElement &&
    document.activeElement.name === element.name);
