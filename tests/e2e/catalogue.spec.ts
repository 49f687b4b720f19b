import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "./test.ts";

test.use({ javaScriptEnabled: false });

async function signIn(page: Page, path: string) {
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`);
  await page.getByRole("button", { name: "Helen Marsh" }).click();
}
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();
const done = (page: Page) => page.getByRole("status").first();

test("an editor makes a collection, fills and orders it, renames it, retires it and brings it back", async ({
  page,
}) => {
  const name = `Warm rooms ${randomUUID().slice(0, 8)}`;
  const slug = name.toLowerCase().replaceAll(" ", "-");
  await signIn(page, "/editor/catalogue/collections");
  await page.getByLabel("Introduction").fill("Where people meet.");
  await press(page, "Add the collection");
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByLabel("Introduction")).toHaveValue("Where people meet.");
  await page.getByLabel("Name").fill(name);
  await press(page, "Add the collection");
  await expect(page.getByText("It holds nothing yet.")).toBeVisible();

  const find = page.getByLabel("Words of its title, or the address of its page");
  await find.fill("libr");
  await press(page, "Find");
  await page
    .getByRole("button", { name: /^Put in / })
    .first()
    .click();
  await expect(done(page)).toContainText("is in the collection now");
  await page
    .getByRole("button", { name: /^Put in / })
    .first()
    .click();
  const rows = page.locator("ol[aria-labelledby=items] > li");
  await expect(rows).toHaveCount(2);
  const second = await rows.nth(1).locator("a, span").first().textContent();
  await rows
    .nth(1)
    .getByRole("button", { name: /^Move .* up$/ })
    .click();
  await expect(rows.first()).toContainText(second ?? "?");

  // An address that somebody pasted finds the one case study.
  const address = await rows.nth(1).getByRole("link").getAttribute("href");
  await find.fill(`https://casebook.example${address}?from=mail`);
  await press(page, "Find");
  await expect(page.getByText("1 published case study found.")).toBeVisible();
  await expect(page.getByText("In it already")).toBeVisible();

  await page.getByRole("link", { name: "Rename it" }).click();
  await page.getByLabel("New name").fill(`${name} and halls`);
  await press(page, "Show what changes");
  await expect(page.getByText("2 published case studies have another address")).toBeVisible();
  await expect(page.getByText(`/collections/${slug} leads to /collections/${slug}-and-halls`)).toBeVisible();
  await press(page, "Rename the collection");
  await expect(done(page)).toContainText("It is called");
  await page.goto(`/collections/${slug}`);
  expect(new URL(page.url()).pathname).toBe(`/collections/${slug}-and-halls`);
  await page.goto(`/case-studies?collection=${slug}&sort=title`);
  expect(new URL(page.url()).search).toBe(`?collection=${slug}-and-halls&sort=title`);
  await expect(page.getByText("Your search returned 2 results")).toBeVisible();

  await page.goto("/editor/catalogue/collections");
  await page.getByRole("link", { name: `${name} and halls` }).click();
  await page.getByRole("link", { name: "Retire it" }).click();
  await page.getByLabel("Where its readers go").fill("somewhere");
  await press(page, "Retire the collection");
  await expect(page.getByRole("alert")).toContainText("Enter the address of a page on this site");
  await expect(page.getByLabel("Where its readers go")).toHaveValue("somewhere");
  await page.getByLabel("Where its readers go").fill("");
  await press(page, "Retire the collection");
  await expect(done(page)).toContainText("is retired.");
  expect((await page.request.get(`/collections/${slug}-and-halls`)).status()).toBe(410);

  await page.getByRole("link", { name: `${name} and halls` }).click();
  await press(page, "Bring it back");
  await expect(done(page)).toContainText("Readers find");
  expect((await page.request.get(`/collections/${slug}-and-halls`)).status()).toBe(200);
});

test("two editors change one introduction: the second is told, and what they typed stays", async ({
  browser,
  page,
}) => {
  const name = `Twice ${randomUUID().slice(0, 8)}`;
  await signIn(page, "/editor/catalogue/collections");
  await page.getByLabel("Name").fill(name);
  await press(page, "Add the collection");
  const path = new URL(page.url()).pathname;
  const context = await browser.newContext({ baseURL: process.env["SITE_ADDRESS"] ?? "", javaScriptEnabled: false });
  const other = await context.newPage();
  await other.goto(`/sign-in?next=${encodeURIComponent(path)}`);
  await other.getByRole("button", { name: "Amira Hussain" }).click();
  await other.goto(path);
  await page.getByLabel("Introduction").fill("Mine.");
  await press(page, "Save the introduction");
  await other.getByLabel("Introduction").fill("Theirs.");
  await press(other, "Save the introduction");
  await expect(other.getByRole("alert")).toContainText("it is now “Mine.”");
  await expect(other.getByLabel("Introduction")).toHaveValue("Theirs.");
  await press(other, "Save the introduction");
  await expect(done(other)).toContainText("The introduction is changed.");
  await context.close();
});

test("an editor adds two entries of a council, merges them, and the old address leads on", async ({ page }) => {
  const mark = randomUUID().slice(0, 8);
  const add = async (short: string) => {
    await page.goto("/editor/catalogue/councils/add");
    await page.getByLabel("Whole name").fill(`${short} District Council`);
    await press(page, "Add the council");
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByLabel("Whole name")).toHaveValue(`${short} District Council`);
    await page.getByLabel("What people call it").fill(short);
    await page.getByLabel("Type").selectOption("district");
    await page.getByLabel("Nation or region").selectOption("wales");
    await page.getByLabel("Councils before it").fill("North Dorset District Council");
    await press(page, "Add the council");
    await expect(done(page)).toContainText("is in the list");
  };
  await signIn(page, "/editor/catalogue/councils");
  await add(`Twin ${mark}`);
  await add(`Whole ${mark}`);
  await page.goto("/editor/catalogue/councils");
  await page.getByLabel("Name").fill(`twin ${mark}`);
  await press(page, "Find");
  await page.getByRole("link", { name: `Twin ${mark} District Council` }).click();
  await page.getByRole("link", { name: "Merge it into another entry" }).click();
  await page.getByLabel("The entry that stays").fill(`Nowhere ${mark}`);
  await press(page, "Show what changes");
  await expect(page.getByRole("alert")).toContainText("is not the name of one");
  await page.getByLabel("The entry that stays").fill(`Whole ${mark}`);
  await press(page, "Show what changes");
  await expect(page.getByText(`/councils/twin-${mark} leads to /councils/whole-${mark}`)).toBeVisible();
  await press(page, "Merge the two");
  await expect(done(page)).toContainText("stands for both now");
  await page.goto(`/councils/twin-${mark}`);
  expect(new URL(page.url()).pathname).toBe(`/councils/whole-${mark}`);
  await page.goto(`/case-studies?council=twin-${mark}`);
  expect(new URL(page.url()).search).toBe(`?council=whole-${mark}`);
});

test("an editor renames a council by keyboard, and ends it with what comes after it", async ({ page }) => {
  const mark = randomUUID().slice(0, 8);
  await signIn(page, "/editor/catalogue/councils/add");
  await page.goto("/editor/catalogue/councils/add");
  await page.getByLabel("Whole name").fill(`Old ${mark} Council`);
  await page.getByLabel("What people call it").fill(`Old ${mark}`);
  await page.getByLabel("Type").selectOption("unitary");
  await page.getByLabel("Nation or region").selectOption("london");
  await press(page, "Add the council");

  await page.getByRole("link", { name: "Change it" }).press("Enter");
  await page.getByLabel("What people call it").fill(`New ${mark}`);
  await page.getByLabel("Whole name").fill(`New ${mark} Council`);
  await page.getByLabel("Whole name").press("Enter");
  await expect(page.getByText(`/councils/old-${mark} leads to /councils/new-${mark}`)).toBeVisible();
  await page.getByRole("button", { name: "Save the changes" }).press("Enter");
  await expect(done(page)).toContainText("The changes are saved.");
  await page.goto(`/councils/old-${mark}`);
  expect(new URL(page.url()).pathname).toBe(`/councils/new-${mark}`);

  await page.goto(`/editor/catalogue/councils/old-${mark}/end`);
  await page.getByLabel("Last day").fill("31 February 2027");
  await page.getByLabel("Councils after it").fill("Leeds");
  await press(page, "Show what changes");
  await expect(page.getByRole("alert")).toContainText("Enter a day that there is");
  await page.getByLabel("Last day").fill("31 March 2027");
  await press(page, "Show what changes");
  await expect(page.getByText("Leeds City Council comes after")).toBeVisible();
  await press(page, "End the council");
  await expect(done(page)).toContainText("The end of");
  await page.goto(`/councils/new-${mark}`);
  await expect(page.getByText("Until 31 March 2027")).toBeVisible();
});
