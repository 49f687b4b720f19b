import type { Page } from "@playwright/test";
import { expect, test } from "./test.ts";

async function openReports(page: Page) {
  await page.goto(`/sign-in?next=${encodeURIComponent("/editor/reports")}`);
  await page.getByRole("button", { name: "Helen Marsh" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reports");
}

const charts = [
  ["Sent each month", /^Highest: \d+ in \w+ \d{4}.* Lowest: .* Latest: /],
  ["Published each month", /^Highest: \d+ in \w+ \d{4}.* Lowest: .* Latest: /],
  [
    "Days to a decision, by the month it was made in",
    /^Half were decided within \d+ days? .* Nine in ten .* Latest, in /,
  ],
  ["How many wait, by how long", /^Under 1 week: \d+; .* The most: .* All together: \d+\.$/],
  ["Reviews overdue and due", /^Overdue now: \d+; Rest of \w+ \d{4}: \d+; /],
] as const;

test("every chart is one picture whose name says what it shows and whose description says what it says", async ({
  page,
}) => {
  await openReports(page);
  await expect(page.getByRole("img")).toHaveCount(charts.length);
  for (const [name, says] of charts) {
    const chart = page.getByRole("img", { name, exact: true });
    await expect(chart).toBeVisible();
    await expect(chart).toHaveAccessibleDescription(says);
  }
  for (const name of ["Sent and published each month", "Days to a decision each month"])
    await expect(page.getByRole("table", { name }).getByRole("row")).toHaveCount(25);
});

test("a chart is drawn in the colour of text, which forced colours and paper have", async ({ page }) => {
  await openReports(page);
  const coloursOf = () =>
    page
      .locator("figure svg[role=img] :is(rect, circle, text)")
      .evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).fill))]);
  const textColour = () => page.evaluate(() => getComputedStyle(document.body).color);
  expect(await coloursOf()).toHaveLength(1);
  await page.emulateMedia({ forcedColors: "active" });
  expect(await coloursOf()).toEqual([await textColour()]);
  await page.emulateMedia({ forcedColors: "none", media: "print" });
  expect(await coloursOf()).toHaveLength(1);
  await expect(page.getByRole("table")).toHaveCount(5);
  await expect(page.getByRole("link", { name: /^Download as CSV/ })).toHaveCount(0);
});

test("words of a chart keep their size on a phone, and no chart is wider than it", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await openReports(page);
  const texts = page.locator("figure svg[role=img] text");
  const found = await texts.evaluateAll((all) =>
    all.map((one) => {
      const { left, right } = one.getBoundingClientRect();
      return { size: parseFloat(getComputedStyle(one).fontSize), left, right, says: one.textContent };
    }),
  );
  expect(found.length).toBeGreaterThan(15);
  expect(found.filter(({ size, left, right }) => size < 16 || left < 0 || right > 320)).toEqual([]);
});

test("each report can be had as a file", async ({ page }) => {
  await openReports(page);
  const links = page.getByRole("link", { name: /^Download as CSV/ });
  await expect(links).toHaveCount(5);
  for (const link of await links.all()) {
    const answer = await page.request.get((await link.getAttribute("href")) ?? "");
    expect(answer.status()).toBe(200);
    expect(answer.headers()["content-disposition"]).toMatch(/^attachment; filename="casebook-[a-z-]+\.csv"$/);
  }
  await page.goto("/editor/queue");
  await page.getByRole("link", { name: "Reports" }).click();
  await page.getByRole("link", { name: "See what is due in the queue" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Queue");
});
