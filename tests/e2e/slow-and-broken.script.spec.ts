import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { answerEverything, send, startDraft } from "#tests/support/submission.ts";
import { byPointer } from "#tests/support/typists.ts";
import { expect, test } from "./test.ts";

/** Opens what is folded, unless it is open: on a wide screen the styles show all filters. */
async function unfold(page: Page, name: string) {
  const summary = page.locator("summary", { hasText: name }).first();
  const isOpen = await summary.evaluate((one) => one.parentElement?.hasAttribute("open") ?? false);
  if (!isOpen && (await summary.isVisible())) await summary.click();
}

const neverComes = [
  ["script", /\/_next\/.*\.js|\/js\//],
  ["styles", /\.css/],
] as const;

/** A reader of their own, whose browser rightly complains of what does not come. */
async function readerWithout(browser: Browser, pattern: RegExp): Promise<Page> {
  const context = await browser.newContext({ baseURL: process.env["SITE_ADDRESS"] ?? "" });
  const page = await context.newPage();
  await page.route(pattern, (route) => route.abort());
  return page;
}

for (const [what, pattern] of neverComes) {
  test(`search, filter and read when the ${what} never come`, async ({ browser }) => {
    const page = await readerWithout(browser, pattern);
    await page.goto("/");
    await page.getByLabel("Search the case studies").fill("libraries");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("status").first()).toHaveText(/^Your search returned \d+ results$/);
    await unfold(page, "Filters");
    await unfold(page, "Outcome");
    // The words beside a box lie over it, so that both can be pressed.
    await page.locator("label", { has: page.getByRole("checkbox", { name: /^Worked/ }) }).click();
    await page.getByRole("button", { name: "Apply filters" }).click();
    await expect(page).toHaveURL(/[?&]outcome=worked(&|$)/);
    await page.getByRole("heading", { level: 3 }).first().getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.context().close();
  });

  test(`a case study is put in when the ${what} never come`, async ({ browser }) => {
    const page = await readerWithout(browser, pattern);
    await startDraft(page, byPointer, `Put in without ${what}`);
    await page.getByLabel("Work e-mail address").fill(`${randomUUID()}@thanet.example`);
    await page.getByRole("button", { name: "Send me the link" }).click();
    await answerEverything(page, byPointer);
    await send(page, byPointer);
    await expect(page.getByText(/^Submission CB-/)).toBeVisible();
    await page.context().close();
  });
}

test("on a slow line the first words are there within two seconds", async ({ page }) => {
  const line = await page.context().newCDPSession(page);
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 400,
    downloadThroughput: 50_000,
    uploadThroughput: 50_000,
  });
  for (const path of ["/", "/case-studies?topic=libraries"]) {
    await page.goto(path);
    const first = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
    expect(first, path).toBeLessThanOrEqual(2000);
  }
});

test("a sent form's page can be loaded again, left, come back to and kept as an address", async ({ page }) => {
  await page.goto("/my-case-studies");
  await page.getByRole("button", { name: "Send me the link" }).click();
  await expect(page).toHaveTitle(/^Error: /);
  const kept = page.url();
  await page.reload();
  await expect(page).toHaveTitle(/^Error: /);
  await page.goto("/about");
  await page.goBack();
  await expect(page).toHaveTitle(/^Error: /);
  await page.goto(kept);
  await expect(page.getByRole("alert")).toBeVisible();
});
