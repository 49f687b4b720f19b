import { randomUUID } from "node:crypto";
import type { Browser } from "./engines.ts";

/** Somebody in any browser, who finds things by what they are called. */
export interface Hand {
  open(path: string): Promise<void>;
  fill(label: string, text: string): Promise<void>;
  /** Ticks or chooses. */
  choose(label: string): Promise<void>;
  /** Presses a button or follows a link, and waits for the page that it brings. */
  go(name: string): Promise<void>;
  /** Opens what is folded, if it is. */
  unfold(name: string): Promise<void>;
  /** @throws when the page does not show the words */
  sees(words: string): Promise<void>;
  /** Opens here where a link leads, wherever its letter says that the site is. */
  follow(selector: string): Promise<void>;
  pause(milliseconds: number): Promise<void>;
}

const patience = 15_000;
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What every page is asked by. Names are compared from their beginning, where a label goes on with a count. */
const finding = `
  const words = (one) => one.textContent.replace(/\\s+/g, " ").trim();
  const begins = (selector, name) => [...document.querySelectorAll(selector)].filter((one) => words(one).startsWith(name));
  const field = (name) => name.startsWith("#") ? document.querySelector(name) : begins("label", name)[0]?.control;`;

/** @param told where everything is put that pages complained of */
export function handIn(browser: Browser, address: string, told: string[]): Hand {
  const on = <Value>(what: string) => browser.evaluate<Value>(`(() => { ${finding} ${what} })()`);
  const until = async (what: string, test: () => Promise<boolean>) => {
    for (const began = Date.now(); Date.now() - began < patience; await wait(100))
      if (await test().catch(() => false)) return;
    throw new Error(
      `No ${what} at ${await on("return location.pathname + ': ' + words(document.body).slice(0, 300)")}`,
    );
  };
  const collect = async () => told.push(...((await on<string[]>("return window.told ?? ['nobody listens']")) ?? []));
  const act = (what: string, found: string, done: string) =>
    until(what, () => on<boolean>(`const one = ${found}; if (!one) return false; ${done}; return true;`));
  return {
    open: async (path) => {
      await browser.open(address + path);
      await collect();
    },
    fill: (label, text) =>
      act(
        `field “${label}”`,
        `field(${JSON.stringify(label)})`,
        `one.focus(); one.value = ${JSON.stringify(text)}; one.dispatchEvent(new Event("input", { bubbles: true }));
         one.dispatchEvent(new Event("change", { bubbles: true }))`,
      ),
    choose: (label) =>
      act(
        `choice “${label}”`,
        `field(${JSON.stringify(label)})`,
        "one.scrollIntoView(); if (!one.checked) one.click()",
      ),
    async go(name) {
      await collect();
      await on("window.stays = true");
      const quoted = JSON.stringify(name);
      const found = `begins("button", ${quoted})[0] ?? begins("main a", ${quoted})[0] ?? begins("a", ${quoted})[0]`;
      await act(`“${name}”`, found, "one.click()");
      await until(`page after “${name}”`, () =>
        on<boolean>(`return !window.stays && window.told && document.readyState === "complete"`),
      );
      await collect();
    },
    unfold: (name) =>
      act(`“${name}”`, `begins("summary", ${JSON.stringify(name)})[0]`, "one.closest('details').open = true"),
    sees: (words) =>
      until(`“${words}”`, () => on<boolean>(`return words(document.body).includes(${JSON.stringify(words)})`)),
    async follow(selector) {
      const href = await on<string>(`return document.querySelector(${JSON.stringify(selector)}).href`);
      await browser.open(address + new URL(href).pathname);
      await collect();
    },
    pause: async (milliseconds) => void (await wait(milliseconds)),
  };
}

const declarations = ["What this case study", "My council agrees to", "It may be published ", "The contact given ag"];

/** The two main journeys. */
export const journeys: Record<string, (hand: Hand) => Promise<void>> = {
  async "search, filter and read"(hand) {
    await hand.open("/");
    await hand.fill("Search the case studies", "libraries");
    await hand.go("Search");
    await hand.sees("Your search returned");
    await hand.unfold("Filters");
    await hand.unfold("Outcome");
    await hand.choose("Worked");
    await hand.go("Apply filters");
    await hand.sees("Filters (1)");
    await hand.follow("h3 a");
    await hand.sees("The challenge");
  },

  async "submit with errors, check and confirm"(hand) {
    const to = `browsers-${randomUUID()}@thanet.example`;
    await hand.open("/submit");
    await hand.go("Start now");
    await hand.go("Start");
    await hand.sees("There is a problem");
    await hand.fill("What did you do?", "Night buses for the harbour festival");
    await hand.fill("Lead council", "Thanet");
    // The site sends back what comes sooner than anybody could type.
    await hand.pause(2200);
    await hand.go("Start");
    await hand.fill("Work e-mail address", to);
    await hand.go("Send me the link");
    await hand.go("About this case study");
    await hand.fill("Summary", "Three towns shared one late timetable for twelve weekends.");
    await hand.choose("Buses");
    await hand.choose("Grant funding");
    await hand.go("Save and continue");
    await hand.choose("Mixed");
    await hand.go("Save and continue");
    for (const section of ["challenge", "solution", "impact", "sustained", "lessons"]) {
      await hand.fill(`#${section}`, "The last bus left at twenty past seven.");
      await hand.go("Save and continue");
    }
    for (const _ of ["links", "images"]) await hand.go("Save and continue");
    await hand.fill("E-mail address", "buses@thanet.example");
    await hand.fill("Team or name", "Transport team");
    await hand.go("Save and continue");
    await hand.go("Check and send");
    await hand.go("Send to the editors");
    await hand.sees("There is a problem");
    for (const declared of declarations) await hand.choose(declared);
    await hand.go("Send to the editors");
    await hand.open("/mailbox");
    await hand.go("Confirm your e-mail address");
    await hand.follow("main a[href*='/submit/confirm/']");
    await hand.go("Confirm and send");
    await hand.sees("Waiting for an editor");
  },
};
