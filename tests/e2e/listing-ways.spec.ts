import type { Page } from "@playwright/test";
import { expect, look as test } from "./test.ts";

const sentence = (page: Page) => page.getByRole("status");
const titles = (page: Page) => page.getByRole("list", { name: "Results", exact: true }).locator("h3");
const asked = (page: Page) => [...new URL(page.url()).searchParams].filter(([, value]) => value !== "").sort();
const pages = (page: Page) => page.getByRole("navigation", { name: "Pages of results" });

test("words are searched for together with the boxes that are ticked, and stay in the box", async ({ page }) => {
  await page.goto("/case-studies?topic=libraries");
  await page.getByLabel("Search the case studies").fill("history festival");
  await page.getByRole("button", { name: "Search" }).click();

  expect(asked(page)).toEqual([
    ["q", "history festival"],
    ["topic", "libraries"],
  ]);
  await expect(page.getByLabel("Search the case studies")).toHaveValue("history festival");
  await expect(
    titles(page).getByText("Staffordshire Libraries Online History Festival", { exact: true }),
  ).toBeVisible();
  await expect(page).toHaveTitle(/^“history festival” in case studies, Libraries, in Culture/);
});

test("the front door searches the whole directory", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Search the case studies").fill("tameside story makers");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/\/case-studies\?q=tameside\+story\+makers$/);
  await expect(page.getByRole("heading", { level: 3 }).first()).toHaveText("Tameside Story Makers");
});

test("the links that sort keep the filters, start again at page 1, and say which order is in force", async ({
  page,
}) => {
  await page.goto("/case-studies?topic=libraries&page=2");
  const sorts = page.getByRole("list", { name: "Sort by" });
  await expect(sorts.locator("[aria-current]")).toHaveText("Newest first");
  await expect(sorts.getByRole("listitem")).toHaveText(["Newest first", "Oldest first", "Title, A to Z"]);

  await sorts.getByRole("link", { name: "Title, A to Z" }).click();
  expect(asked(page)).toEqual([
    ["sort", "title"],
    ["topic", "libraries"],
  ]);
  await expect(sorts.locator("[aria-current]")).toHaveText("Title, A to Z");
  await expect(sentence(page)).toHaveText("Your search returned 32 results");
  const shown = await titles(page).allInnerTexts();
  const bare = shown.map((title) =>
    title
      .toLowerCase()
      .replace(/^[‘“'"]+/, "")
      .replace(/^(a|an|the) /, ""),
  );
  expect(bare).toEqual(bare.toSorted((a, b) => a.localeCompare(b, "en-GB")));
});

test("sorting by relevance is offered only where there are words", async ({ page }) => {
  await page.goto("/case-studies?q=libraries");
  await expect(page.getByRole("list", { name: "Sort by" }).locator("[aria-current]")).toHaveText("Most relevant");
  await page.goto("/case-studies?topic=libraries");
  await expect(page.getByText("Most relevant")).toHaveCount(0);
});

test("page links walk through everything once and keep filters and order", async ({ page }) => {
  await page.goto("/case-studies?topic=libraries&sort=oldest");
  await expect(pages(page).getByRole("link", { name: "Previous page" })).toHaveCount(0);
  const seen = await titles(page).allInnerTexts();
  for (const number of [2, 3, 4]) {
    await pages(page).getByRole("link", { name: "Next page" }).click();
    await expect(pages(page).locator("[aria-current]")).toHaveText(`Page ${number}`);
    expect(asked(page)).toEqual([
      ["page", String(number)],
      ["sort", "oldest"],
      ["topic", "libraries"],
    ]);
    seen.push(...(await titles(page).allInnerTexts()));
  }
  await expect(pages(page).getByRole("link", { name: "Next page" })).toHaveCount(0);
  expect(seen).toHaveLength(32);
  expect(new Set(seen).size).toBe(32);

  await pages(page).getByRole("link", { name: "Page 1", exact: true }).click();
  await expect(titles(page)).toHaveText(seen.slice(0, 10));
  await expect(page).not.toHaveTitle(/page/);
});

test("a list of one page has no page links", async ({ page }) => {
  await page.goto("/case-studies?q=%22Tameside+Story+Makers%22");
  await expect(pages(page)).toHaveCount(0);
});

test("an empty result says what to let go of, with what there would be, and the link keeps its word", async ({
  page,
}) => {
  await page.goto("/case-studies?q=zzzz&topic=libraries");
  await expect(sentence(page)).toHaveText("Your search returned 0 results");
  const advice = page.getByRole("listitem").filter({ hasText: "Without" });
  await expect(advice).toHaveText(["Without the words “zzzz” there are 32 case studies."]);
  await advice.getByRole("link").click();
  await expect(sentence(page)).toHaveText("Your search returned 32 results");
});

test("words that name a council lead to it, whether or not anything has them", async ({ page }) => {
  await page.goto("/case-studies?q=Leeds");
  await expect(sentence(page)).toHaveText("Your search returned 0 results");
  await expect(page.getByText("Leeds City Council: no case studies yet")).toBeVisible();
  await expect(page.getByText("Without the words")).toHaveCount(0);
  await page.getByRole("link", { name: "Leeds City Council" }).click();
  await expect(page.getByText("No case studies from Leeds yet.")).toBeVisible();

  await page.goto("/case-studies?q=dorset+council");
  await expect(page.getByText("Dorset Council: 1 case study")).toBeVisible();
});

test("an empty result of two filters offers to drop either", async ({ page }) => {
  await page.goto("/case-studies?topic=libraries");
  const none = page.getByRole("group", { name: "Filter by support type" }).locator("input:disabled").first();
  const slug = await none.getAttribute("value");
  const name = (await none.locator("xpath=..").innerText()).trim();

  await page.goto(`/case-studies?topic=libraries&support=${slug}`);
  await page.getByRole("link", { name: `Without “${name}”` }).click();
  await expect(sentence(page)).toHaveText("Your search returned 32 results");
  await page.goBack();
  await page.getByRole("link", { name: "Without “Libraries, in Culture" }).click();
  expect(asked(page)).toEqual([["support", slug]]);
});

test("a page beyond the last one says so and leads to the last", async ({ page }) => {
  const response = await page.goto("/case-studies?topic=libraries&page=9");
  expect(response?.status()).toBe(200);
  await expect(page.getByText("There is no page 9 of this list.")).toBeVisible();
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex");

  await page.getByRole("link", { name: "Go to its last page, 4" }).click();
  await expect(titles(page)).toHaveCount(2);
});

test("clearing the filters keeps the words and the order", async ({ page }) => {
  await page.goto("/case-studies?q=school&topic=libraries&outcome=worked&from=2019-01&sort=title");
  await page.getByRole("link", { name: "Clear filters" }).click();
  expect(asked(page)).toEqual([
    ["q", "school"],
    ["sort", "title"],
  ]);
});

test("filters that keep everything away together lead on without two of them, and back to everything", async ({
  page,
}) => {
  await page.goto("/case-studies?topic=arts&region=wales&outcome=did-not-work&cost=over-1m");
  await expect(sentence(page)).toHaveText("Your search returned 0 results");
  const ways = page.locator("#list").getByRole("listitem");
  const larger = ways.filter({ hasText: /^Without filters by .+ and .+ there (is|are) [1-9]\d* case stud/ });
  expect(await larger.count()).toBeGreaterThan(0);
  const total = /(\d+) case stud/.exec(await larger.first().innerText())?.[1];
  await larger.first().getByRole("link").click();
  await expect(sentence(page)).toHaveText(new RegExp(`^Your search returned ${total} results?$`));
  await page.goBack();
  await ways.getByRole("link", { name: "Start again with all case studies" }).click();
  await expect(page).toHaveURL("/case-studies");
});

test("a word that is nowhere is named as one, and leads to no page with nothing on it", async ({ page }) => {
  await page.goto("/case-studies?q=asdfghjkl");
  const list = page.locator("#list");
  await expect(list).toContainText("No case study has this word.");
  await expect(list).toContainText("Check the spelling, or look through the topics.");
  await expect(list.getByRole("link", { name: "what your words could become" })).toHaveCount(0);
});

test("what words could become stands under the heading and the search, on a wide screen too", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("/suggestions?q=libr");
  const left = async (name: string) => (await page.getByRole("heading", { name }).boundingBox())?.x;
  expect(await left("Topics")).toBe(await left("What your words could become"));
});
