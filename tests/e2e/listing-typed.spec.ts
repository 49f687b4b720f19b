import type { Page } from "@playwright/test";
import { expect, look as test } from "./test.ts";

const asked = (page: Page) => [...new URL(page.url()).searchParams].filter(([, value]) => value !== "").sort();
const chips = (page: Page) => page.getByRole("list", { name: "Filters in force" }).getByRole("link");
const apply = (page: Page) => page.getByRole("button", { name: "Apply filters" }).click();
const open = (page: Page, name: RegExp) => page.locator("summary", { hasText: name }).click();
const notice = (page: Page) => page.getByRole("region", { name: "Some of this could not be used" });

for (const [typed, name] of [
  ["Kent County Council", "Kent"],
  ["manchester city council", "Manchester"],
  ["Cornwall Council", "Cornwall"],
  ["Dunmarrow", "Dunmarrow (example)"],
] as const)
  test(`councils like mine are found from “${typed}”`, async ({ page }) => {
    await page.goto("/case-studies");
    await open(page, /^Councils like mine$/);
    await page.getByLabel("Your council").fill(typed);
    await apply(page);
    await expect(page.getByRole("link", { name: `Councils like ${name}` })).toBeVisible();
    await expect(notice(page)).toHaveCount(0);
    await expect(page.getByLabel("Your council")).toHaveValue(name);
  });

test("a beginning of a council's name stays in its field, with the council that may be meant", async ({ page }) => {
  await page.goto("/case-studies?topic=libraries&sort=title");
  await open(page, /^Councils like mine$/);
  await page.getByLabel("Your council").fill("Dunm");
  await apply(page);
  await expect(notice(page)).toContainText("We left out a council’s name that we do not know.");
  const field = page.getByLabel("Your council");
  await expect(field).toBeVisible();
  await expect(field).toHaveValue("Dunm");
  await expect(field).toHaveAccessibleDescription(
    /^We have no council of this name\. Did you mean Dunmarrow \(example\)\?/,
  );

  await page.getByRole("link", { name: "Dunmarrow (example)", exact: true }).click();
  expect(asked(page)).toEqual([
    ["like", "dunmarrow"],
    ["sort", "title"],
    ["topic", "libraries"],
  ]);
  await expect(chips(page).last()).toHaveAccessibleName("Remove filter: Councils like Dunmarrow (example)");
});

test("the page of a council leads to case studies from councils like it, the most alike first", async ({ page }) => {
  await page.goto("/councils/kent");
  await page.getByRole("link", { name: "Case studies from councils like this one" }).click();
  expect(asked(page)).toEqual([["like", "kent"]]);
  await expect(page.getByText("Most alike")).toBeVisible();
});

for (const [from, to, names] of [
  ["2024", "2024", ["From January 2024", "To December 2024"]],
  ["03/2024", "2024-9", ["From March 2024", "To September 2024"]],
  ["March 2024", "Mar 2025", ["From March 2024", "To March 2025"]],
  ["2025", "2024", ["From January 2024", "To December 2025"]],
] as const)
  test(`months are read from “${from}” and “${to}”, the earlier first`, async ({ page }) => {
    await page.goto("/case-studies");
    await open(page, /^Published$/);
    await page.getByLabel("From", { exact: true }).fill(from);
    await page.getByLabel("To", { exact: true }).fill(to);
    await apply(page);
    await expect(notice(page)).toHaveCount(0);
    for (const [index, name] of names.entries())
      await expect(chips(page).nth(index)).toHaveAccessibleName(`Remove filter: ${name}`);
  });

test("what is no month stays in its field, on a phone too, with what to write beside it", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/case-studies?from=last+spring&to=2024-12");
  await expect(notice(page)).toContainText("We left out a first month we cannot read. Everything else counts.");
  await page.getByRole("link", { name: "Correct what you typed" }).click();
  await expect(page).toHaveURL(/#from$/);
  const from = page.getByLabel("From", { exact: true });
  await expect(from).toBeInViewport();
  await expect(from).toHaveValue("last spring");
  await expect(from).toHaveAttribute("aria-invalid", "true");
  await expect(from).toHaveAccessibleDescription(
    /^We could not read “From” as a month\. Write it as 2024-03 or March 2024/,
  );
  await expect(page.getByLabel("To", { exact: true })).toHaveValue("2024-12");
  await expect(page.getByLabel("To", { exact: true })).not.toHaveAttribute("aria-invalid");
});
