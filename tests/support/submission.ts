import { expect, type Browser, type Page } from "@playwright/test";
import type { Typist } from "./typists.ts";

/** A whole case study as somebody types it in, section by section. */
export const written = {
  title: "Night buses for the harbour festival",
  summary: "Three towns shared one late timetable for twelve weekends.",
  challenge: "The last bus left at twenty past seven.\n\nPeople who worked late walked home.",
  solution: "One timetable for **three towns**:\n\n- one fare\n- one telephone number",
  impact: "Use grew from 0 to 1,140 passengers a weekend.",
  people: "You can get home from the harbour until half past midnight.",
  sustained: "Fares pay for most of it.",
  lessons: "Tell the drivers first. “Before the newspapers”, as one said. 🚌",
};

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const link = (page: Page, name: string) => page.getByRole("main").getByRole("link", { name });
const saveAndContinue = (page: Page) => button(page, "Save and continue");

/** From the guidance to the page that asks for an e-mail address. */
export async function startDraft(page: Page, by: Typist, title = written.title) {
  await page.goto("/submit");
  await by.press(link(page, "Start now"));
  await page.waitForURL("**/submit/start");
  await by.fill(page.getByLabel("What did you do?"), title);
  await by.fill(page.getByLabel("Lead council"), "Thanet");
  // Nobody fills the form in as fast as this does, and the site sends back what comes sooner.
  await page.waitForTimeout(2100);
  await by.press(button(page, "Start"));
  await page.waitForURL("**/email");
}

/** From the task list through every section, each question answered, and back to the task list. */
export async function answerEverything(page: Page, by: Typist) {
  await by.press(link(page, "About this case study"));
  await page.waitForURL("**/about");
  await by.fill(page.getByLabel("Council 1"), "Dover District Council");
  await by.fill(page.getByLabel("Summary"), written.summary);
  await by.choose(page.getByLabel("Buses"));
  await by.choose(page.getByLabel("Grant funding"));
  await by.press(saveAndContinue(page));

  await page.waitForURL("**/facts");
  for (const [name, month] of [
    ["Start", "4"],
    ["End", "9"],
  ] as const) {
    const group = page.getByRole("group", { name });
    await by.fill(group.getByLabel("Month"), month);
    await by.fill(group.getByLabel("Year"), "2024");
  }
  for (const name of ["Mixed", "£10,000 to £50,000"]) await by.choose(page.getByLabel(name));
  await by.fill(page.getByLabel("Funding source"), "Town deal");
  for (const name of ["After 1 to 3 months", "Before-and-after figures"]) await by.choose(page.getByLabel(name));
  await by.press(saveAndContinue(page));

  await answerProse(page, by);

  await page.waitForURL("**/links");
  await by.fill(page.locator("[id='links.0.title']"), "Timetable");
  await by.fill(page.locator("[id='links.0.url']"), "https://thanet.example/timetable.pdf");
  await by.press(saveAndContinue(page));
  await page.waitForURL("**/images");
  await by.press(saveAndContinue(page));
  await page.waitForURL("**/contact");
  await by.fill(page.getByLabel("E-mail address"), "buses@thanet.example");
  await by.fill(page.getByLabel("Team or name"), "Transport team");
  await by.press(saveAndContinue(page));
}

async function answerProse(page: Page, by: Typist) {
  for (const key of ["challenge", "solution", "impact", "sustained", "lessons"] as const) {
    await page.waitForURL(`**/${key}`);
    await by.fill(page.locator(`#${key}`), written[key]);
    if (key === "impact") {
      for (const [part, value] of Object.entries({
        name: "Passengers",
        before: "0",
        after: "1,140",
        unit: "a weekend",
      }))
        await by.fill(page.locator(`[id='measures.0.${part}']`), value);
      await by.fill(page.getByLabel("What changed for people here"), written.people);
    }
    await by.press(saveAndContinue(page));
  }
}

/** From the task list to the page that follows the submission, with everything declared. */
export async function send(page: Page, by: Typist, { showEdits = false } = {}) {
  await by.press(link(page, "Check and send"));
  await page.waitForURL("**/check");
  for (const name of [
    /accurate to the best/,
    /agrees to its publication/,
    /Open Government Licence/,
    /agrees to be shown/,
  ])
    await by.choose(page.getByLabel(name));
  if (showEdits) await by.choose(page.getByLabel(/Show me the edited text/));
  await by.press(button(page, "Send to the editors"));
  await page.waitForURL("**/track/*");
}

/** Opens the newest letter to an address on another device, and follows its link there. */
export async function followLetter(browser: Browser, { to, subject }: { to: string; subject: string }): Promise<Page> {
  const device = await browser.newContext({ baseURL: process.env["SITE_ADDRESS"] ?? "", javaScriptEnabled: false });
  const page = await device.newPage();
  const letter = page
    .getByRole("listitem")
    .filter({ hasText: `To ${to},` })
    .getByRole("link", { name: subject })
    .first();
  // Whoever asks for one is answered before it is written, so that how long that takes tells nobody who is known here.
  await expect(async () => {
    await page.goto("/mailbox");
    await expect(letter).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  await letter.click();
  await page.getByRole("main").locator("a[href^=http]").click();
  return page;
}
