import type { Locator, Page } from "@playwright/test";

/** How somebody works through a form: with a pointer, or with nothing but the keyboard. */
export interface Typist {
  fill(field: Locator, text: string): Promise<void>;
  choose(option: Locator): Promise<void>;
  press(control: Locator): Promise<void>;
}

export const byPointer: Typist = {
  fill: (field, text) => field.fill(text),
  choose: (option) => option.check(),
  press: (control) => control.click(),
};

const mostStops = 300;

/** Somebody who never touches a pointer: every control is reached by Tab, and a choice among radio buttons by the arrows. */
export function byKeyboard({ keyboard }: Page): Typist {
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
  };
}

const hasFocus = (element: Element) => element === document.activeElement;

/** One Tab stop stands for all radio buttons of a name. */
const hasFocusInItsGroup = (element: Element) =>
  element === document.activeElement ||
  (element instanceof HTMLInputElement &&
    element.type === "radio" &&
    document.activeElement instanceof HTMLInputElement &&
    document.activeElement.name === element.name);
