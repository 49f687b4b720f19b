import type { Page } from "@playwright/test";
import { violations } from "#tests/support/axe.ts";
import { expect, look as test } from "./test.ts";

const libraries = (page: Page) => page.locator("input[value=libraries]");
const apply = (page: Page) => page.getByRole("button", { name: "Apply filters" }).click();

async function tickLibraries(page: Page) {
  await page.getByRole("searchbox", { name: "Find a topic" }).fill("librar");
  await page.locator(".choices label").getByText("Libraries", { exact: true }).click();
}

test("fields left empty stay out of the address", async ({ page }) => {
  await page.goto("/case-studies?q=school");
  await tickLibraries(page);
  await apply(page);
  await expect(page).toHaveURL(/\/case-studies\?q=school&topic=libraries$/);
});

test("Back shows what is in force, not what was ticked since", async ({ page }) => {
  await page.goto("/case-studies?q=library");
  await tickLibraries(page);
  await apply(page);
  await expect(page).toHaveURL(/topic=libraries/);
  await expect(libraries(page)).toBeChecked();
  await page.goBack();
  await expect(page).toHaveURL(/\?q=library$/);
  await expect(libraries(page)).not.toBeChecked();
});

test("a page that was kept as it was left is put back, with its whole list of topics", async ({ page }) => {
  await page.goto("/case-studies?q=library");
  await tickLibraries(page);
  await expect(page.getByRole("checkbox", { name: "Adult social care" })).toBeHidden();
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await expect(libraries(page)).not.toBeChecked();
  await expect(page.getByLabel("Search the case studies")).toHaveValue("library");
  await expect(page.getByRole("checkbox", { name: "Adult social care" })).toBeVisible();
});

test("names of councils come once somebody goes to type one, and never before", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("/case-studies");
  await page.locator("summary", { hasText: /^Councils like mine$/ }).click();
  expect(asked).not.toContain("/api/v1/councils");
  const field = page.getByLabel("Your council");
  await field.focus();
  await expect(page.locator("#like-names option[value='Kent County Council']")).toHaveCount(1);
  await expect(field).toHaveAttribute("list", "like-names");
  await page.getByLabel("Search the case studies").focus();
  await field.focus();
  expect(asked.filter((path) => path === "/api/v1/councils")).toHaveLength(1);

  await field.fill("Kent County Council");
  await apply(page);
  await expect(page).toHaveURL(/\?like=Kent\+County\+Council$/);
  await expect(page.getByRole("link", { name: "Councils like Kent" })).toBeVisible();
});

test("a page that could not read what was typed is sound", async ({ page }) => {
  await page.goto("/case-studies?like=Dunm&from=soon");
  expect(await violations(page)).toEqual([]);
});
