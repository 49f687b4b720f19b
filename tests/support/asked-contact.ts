import { expect, type Browser, type Page } from "@playwright/test";
import { signInAs } from "./on-the-desk.ts";

/** Asks the contact of an overdue case study by letter. @returns the page that the letter leads to, and its title */
export async function askContact(page: Page, browser: Browser, row: number, javaScriptEnabled = false) {
  await signInAs(page, "Amira Hussain", "/editor/queue?tab=due");
  const link = page.getByRole("main").getByRole("listitem").getByRole("heading").getByRole("link").nth(row);
  const title = (await link.textContent())?.trim() ?? "";
  await link.click();
  await page.getByRole("button", { name: "Ask its contact by letter" }).click();
  await expect(page.getByRole("status")).toContainText(/A letter (is on its way|has been owed about it today)/);
  const reader = await browser.newContext({ baseURL: process.env["SITE_ADDRESS"] ?? "", javaScriptEnabled });
  const asked = await reader.newPage();
  await asked.goto("/mailbox");
  await asked
    .getByRole("link", { name: `Is it still right: ${title.slice(0, 60)}` })
    .first()
    .click();
  await asked.getByRole("main").locator("a[href*='/enquiries/']").click();
  await expect(asked.getByRole("heading", { level: 1 })).toHaveText("Is it still right?");
  return { asked, title };
}
