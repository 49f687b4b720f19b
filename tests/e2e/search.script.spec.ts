import { violations } from "#tests/support/axe.ts";
import { expect, test } from "./test.ts";

const box = "Search the case studies";

test("suggestions open while typing, are gone through by keyboard, and lead on", async ({ page }) => {
  await page.goto("/");
  const search = page.getByRole("combobox", { name: box });
  await search.pressSequentially("libr");
  const list = page.getByRole("listbox", { name: "Suggestions" });
  await expect(list.getByRole("option").first()).toHaveText("libraries");
  await expect(search).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByRole("status")).toHaveText(/^\d+ suggestions$/);
  expect(await violations(page)).toEqual([]);

  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const chosen = list.getByRole("option", { selected: true });
  await expect(chosen).toHaveCount(1);
  await expect(search).toHaveAttribute("aria-activedescendant", (await chosen.getAttribute("id")) ?? "");
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await expect(search).toHaveValue("libr");

  await search.pressSequentially("a");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/\/$/);
});

test("Enter without a choice searches for what was typed", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("combobox", { name: box }).pressSequentially("libr");
  await expect(page.getByRole("listbox")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/case-studies\?q=libr$/);
});

test("a suggestion can be pressed", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/case-studies");
  await page.getByRole("combobox", { name: box }).pressSequentially("librari");
  await page.getByRole("option", { name: "Libraries Topic" }).click();
  await expect(page).toHaveURL(/\/case-studies\?topic=libraries$/);
});

test("a server that suggests nothing leaves the box as it is", async ({ page }) => {
  await page.route("**/api/v1/suggest**", (route) => route.fulfill({ json: { items: [] } }));
  await page.goto("/");
  const search = page.getByRole("combobox", { name: box });
  await search.pressSequentially("libraries");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=libraries/);
});

test("a long list of topics is searched, and what is chosen stays", async ({ page }) => {
  await page.goto("/case-studies?topic=libraries");
  const find = page.getByRole("searchbox", { name: "Find a topic" });
  await find.fill("flood");
  await expect(page.getByRole("checkbox", { name: "Flooding" })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Libraries" })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Homelessness" })).toBeHidden();
  await find.fill("");
  await expect(page.getByRole("checkbox", { name: "Adult social care" })).toBeVisible();
});
