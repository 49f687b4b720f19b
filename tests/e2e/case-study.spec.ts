import { firstOf } from "#tests/support/demonstration-addresses.ts";
import { pageKinds } from "#tests/support/page-kinds.ts";
import type { Page } from "@playwright/test";
import { expect, look as test } from "./test.ts";

const addressOf = async (kind: string) => (await pageKinds.find(({ name }) => name === kind)?.find()) ?? "";

/** Where the parts of the opening stand, from the top. */
const heights = (page: Page, parts: readonly string[]) =>
  Promise.all(parts.map(async (part) => (await page.locator(part).first().boundingBox())?.y ?? -1));

test("a case study says whose it is and when it was published before anything else", async ({ page }) => {
  await page.goto(await addressOf("a case study"));
  const byline = page.locator("h1 + p");
  await expect(byline).toHaveText(/\s· .+\s· Published\s\w+\s\d{4}/);
  await expect(byline.getByRole("link", { name: "Contact" })).toBeHidden();

  await page.setViewportSize({ width: 320, height: 568 });
  await byline.getByRole("link", { name: "Contact" }).click();
  await expect(page.getByRole("heading", { name: "Contact" })).toBeInViewport();
  await byline.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/councils\/[a-z0-9-]+$/);
});

test("a signpost without a council names its organisation, and leads to its text from the top", async ({ page }) => {
  await page.goto(await firstOf("/case-studies?topic=libraries"));
  await expect(page.locator("h1 + p")).toHaveText(/^Libraries Connected\s· Published\s\w+\s\d{4}/);
  const button = page.getByRole("link", { name: /^Read it on / });
  const source = page.getByRole("region", { name: "Published elsewhere" }).getByRole("link");
  expect(await button.getAttribute("href")).toBe(await source.getAttribute("href"));
});

test("that it was withdrawn comes before what it says, and it claims no outcome", async ({ page }) => {
  await page.goto(await addressOf("a withdrawn case study"));
  const tops = await heights(page, ["h1", "text=Withdrawn on", "h1 ~ .max-w-lead.leading-normal", "dl"]);
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  await expect(page.locator("dt", { hasText: "Outcome" })).toHaveCount(0);
  await expect(page.locator("dt", { hasText: "Evidence" })).toHaveCount(1);
});

test("that it is due for review comes before what it says, with the month it was due", async ({ page }) => {
  await page.goto(await addressOf("a case study due for review"));
  const tops = await heights(page, ["h1", "text=due for review", "dl"]);
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  await expect(page.getByText(/^Review was due \w+\s\d{4}$/)).toBeVisible();
  await expect(page.getByText(/^Next review/)).toHaveCount(0);
});

test("a council without case studies leads on to others like it, one that has ended to what came after", async ({
  page,
}) => {
  await page.goto("/councils/leeds");
  await expect(page.getByRole("main").getByText(/^No case studies from Leeds yet/)).toHaveText(
    "No case studies from Leeds yet. See others from Yorkshire and the Humber, or from other metropolitan councils.",
  );
  await page.getByRole("link", { name: "other metropolitan councils" }).click();
  await expect(page).toHaveURL("/case-studies?type=metropolitan");

  await page.goto("/councils/west-dorset");
  await expect(page.getByText(/It ended on/)).toHaveText(
    "No case studies from West Dorset. It ended on 31 March 2019. See Dorset Council (1).",
  );
});
