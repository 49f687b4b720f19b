import type { Page } from "@playwright/test";
import { expect, look as test } from "./test.ts";

const culture = "Culture, tourism, leisure and sport";
const chips = (page: Page) => page.getByRole("list", { name: "Filters in force" }).getByRole("link");
const sentence = (page: Page) => page.getByRole("status");
const totalOf = async (page: Page) => Number(/[\d,]+/.exec(await sentence(page).innerText())?.[0].replace(",", ""));
const countBeside = async (page: Page, name: string) =>
  Number(
    await page
      .locator(".choice, .choices > li", { has: page.getByRole("checkbox", { name, exact: true }) })
      .locator("label + span")
      .innerText(),
  );

/** What the address says, without fields left empty. */
const asked = (page: Page) => [...new URL(page.url()).searchParams].filter(([, value]) => value !== "").sort();

const apply = (page: Page) => page.getByRole("button", { name: "Apply filters" }).click();
// The whole row presses, and its words lie over the box.
const tick = (page: Page, name: string) =>
  page.locator(":is(.choice, .choices) label").getByText(name, { exact: true }).click();

test("ticking boxes and pressing Apply narrows the list to the number that stood beside the box", async ({ page }) => {
  await page.goto("/case-studies");
  await page.locator("summary", { hasText: `Topics within ${culture}` }).click();
  const libraries = await countBeside(page, "Libraries");
  await tick(page, "Libraries");
  await apply(page);

  expect(libraries).toBe(32);
  await expect(sentence(page)).toHaveText("Your search returned 32 results");
  expect(asked(page)).toEqual([["topic", "libraries"]]);

  const grants = await countBeside(page, "Culture Hub");
  await tick(page, "Culture Hub");
  await apply(page);
  expect(await totalOf(page)).toBe(grants);
  expect(grants).toBeGreaterThan(0);
  expect(asked(page)).toEqual([
    ["support", "culture-hub"],
    ["topic", "libraries"],
  ]);
});

test("two boxes of one group widen the list, boxes of two groups narrow it", async ({ page }) => {
  const totals: Record<string, number> = {};
  for (const search of [
    "topic=flooding",
    "topic=buses",
    "topic=flooding&topic=buses",
    "topic=flooding&outcome=mixed",
  ]) {
    await page.goto(`/case-studies?${search}`);
    totals[search] = await totalOf(page);
  }
  const { "topic=flooding": flooding = 0, "topic=buses": buses = 0 } = totals;
  expect(totals["topic=flooding&topic=buses"]).toBeGreaterThan(Math.max(flooding, buses));
  expect(totals["topic=flooding&topic=buses"]).toBeLessThanOrEqual(flooding + buses);
  expect(totals["topic=flooding&outcome=mixed"]).toBeLessThan(flooding);
});

test("a chip says what is chosen, a narrower topic with the one it lies in, and takes only its own filter away", async ({
  page,
}) => {
  await page.goto("/case-studies?topic=libraries&outcome=mixed&from=2020-03&sort=title");
  const names = [`Libraries, in ${culture}`, "Outcome: mixed", "From March 2020"];
  await expect(chips(page)).toHaveCount(names.length);
  for (const [index, name] of names.entries())
    await expect(chips(page).nth(index)).toHaveAccessibleName(`Remove filter: ${name}`);

  await chips(page).filter({ hasText: "Outcome: mixed" }).click();
  expect(asked(page)).toEqual([
    ["from", "2020-03"],
    ["sort", "title"],
    ["topic", "libraries"],
  ]);
  await chips(page).filter({ hasText: "From March 2020" }).click();
  await chips(page).filter({ hasText: "Libraries" }).click();
  expect(asked(page)).toEqual([["sort", "title"]]);
  await expect(chips(page)).toHaveCount(0);
});

test("a chosen topic with its broader one chosen too leaves one chip and one canonical address", async ({ page }) => {
  await page.goto("/case-studies?topic=culture-tourism-leisure-and-sport&topic=libraries");
  await expect(chips(page)).toHaveCount(1);
  await expect(sentence(page)).toHaveText("Your search returned 32 results");
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", /\/case-studies\?topic=libraries$/);
});

test("an option that would show nothing is disabled, and a chosen one never is", async ({ page }) => {
  await page.goto("/case-studies?topic=libraries");
  const support = page.getByRole("group", { name: "Filter by support type" });
  const disabled = support.locator("input:disabled");
  expect(await disabled.count()).toBeGreaterThan(0);
  for (const row of await support.locator(".choices > li").all()) {
    const empty = (await row.locator("label + span").innerText()) === "0";
    expect(await row.locator("input").isDisabled()).toBe(empty);
  }

  const slug = await disabled.first().getAttribute("value");
  await page.goto(`/case-studies?topic=libraries&support=${slug}`);
  await expect(sentence(page)).toHaveText("Your search returned 0 results");
  const chosen = page.locator(`input[value="${slug}"]`);
  await expect(chosen).toBeChecked();
  await expect(chosen).toBeEnabled();
});

test("groups further down are folded until something in them is chosen", async ({ page }) => {
  await page.goto("/case-studies?evidence=comparison");
  await expect(page.getByRole("checkbox", { name: "Comparison", exact: false })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "London", exact: true })).toBeHidden();

  await page.getByText("Region or nation", { exact: true }).click();
  await tick(page, "London");
  await apply(page);
  expect(asked(page)).toEqual([
    ["evidence", "comparison"],
    ["region", "london"],
  ]);
});

const councils = (page: Page) => page.getByRole("group", { name: "Filter by council", exact: true });

test("councils are offered by how much they have, the ten largest and the chosen, with the way to all", async ({
  page,
}) => {
  await page.goto("/case-studies?council=dorset&topic=libraries");
  await expect(page.getByRole("checkbox", { name: "Dorset", exact: true })).toBeChecked();
  await page.goto("/case-studies");
  await page.locator("summary", { hasText: /^Council$/ }).click();
  const counts = (await councils(page).locator("label + span").allInnerTexts()).map(Number);
  expect(counts).toHaveLength(10);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  await expect(councils(page).getByRole("link", { name: "Choose from all councils" })).toHaveAttribute(
    "href",
    "/councils",
  );

  await councils(page).locator("label").first().click();
  await apply(page);
  expect(await totalOf(page)).toBe(counts[0]);
  expect(asked(page).map(([name]) => name)).toEqual(["council"]);
});

test("months of publication can be typed as they stand in the address, and fold away until there are some", async ({
  page,
}) => {
  await page.goto("/case-studies");
  await expect(page.getByLabel("From", { exact: true })).toBeHidden();
  await page.locator("summary", { hasText: /^Published$/ }).click();
  await page.getByLabel("From", { exact: true }).fill("2024-02");
  await page.getByLabel("To", { exact: true }).fill("2024-12");
  await apply(page);
  expect(asked(page)).toEqual([
    ["from", "2024-02"],
    ["to", "2024-12"],
  ]);
  await expect(chips(page)).toHaveCount(2);
  await expect(page.getByLabel("From", { exact: true })).toHaveValue("2024-02");
  await expect(page.getByRole("list", { name: "Results", exact: true }).locator("time").first()).toHaveText(/2024$/);
});

test("the form keeps what is folded away or not in it: councils, collections, months, words and the order", async ({
  page,
}) => {
  const kept = [
    ["collection", "under-10-000"],
    ["council", "dorset"],
    ["council", "oxford"],
    ["from", "2019-01"],
    ["q", "sport"],
    ["sort", "oldest"],
    ["to", "2026-12"],
  ];
  await page.goto(`/case-studies?${new URLSearchParams(kept)}`);
  await expect(page.getByText("Some of this could not be used")).toHaveCount(0);
  const grants = page.getByRole("checkbox", { name: "Culture Hub", exact: true });
  await grants.evaluate((box) => box.removeAttribute("disabled"));
  await tick(page, "Culture Hub");
  await apply(page);
  expect(asked(page)).toEqual([...kept, ["support", "culture-hub"]].sort());
});
