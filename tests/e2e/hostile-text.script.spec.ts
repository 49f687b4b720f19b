import type { Page } from "@playwright/test";
import { ask } from "#tests/support/ask.ts";
import { expect, look as test } from "./test.ts";

// Script is on here: with script off nothing could run whatever the page held.
const sayings = [
  `<script>window.ran = true</script>`,
  `"><img src=x onerror="window.ran = true">`,
  `' onfocus='window.ran = true' autofocus='`,
  `</title><svg onload="window.ran = true">`,
  `javascript:window.ran=true`,
  `&lt;b&gt; &amp;quot; &#39;`,
  `“quotes” ‘quotes’ "quotes" 'quotes' \\ \``,
  `👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ﷺ 𝕱`,
  `שלום \u202ereversed\u202c العربية`,
  `<!-- --><!--$--><template><meta name="gate" content="{&quot;status&quot;:500}">`,
];

const ran = (page: Page) => page.evaluate(() => "ran" in window);

for (const saying of sayings) {
  test(`a search for ${saying.slice(0, 40)} comes out as those words everywhere, and nothing runs (V1.2.1, V3.2.2)`, async ({
    page,
  }) => {
    // Quotes keep out whatever has some of the words.
    const words = `"zzzz qqqq" ${saying}`.replace(/\s+/g, " ").normalize("NFC");
    const response = await page.goto(`/case-studies?${new URLSearchParams({ q: words, topic: "libraries" })}`);

    expect(response?.status()).toBe(200);
    await expect(page.getByLabel("Search the case studies")).toHaveValue(words);
    expect(await page.title()).toContain(`“${[...words].slice(0, 60).join("")}`);
    await expect(page.getByText(`Without the words “${words}”`)).toBeVisible();
    await expect(page.getByRole("status")).toHaveText("Your search returned 0 results");
    const chip = page.getByRole("link", { name: "Remove filter: Libraries" });
    expect(new URL((await chip.getAttribute("href")) ?? "", page.url()).searchParams.get("q")).toBe(words);

    expect(await ran(page)).toBe(false);
    expect(
      await page
        .locator("main :is(script:not([src^='/js/']), svg[onload], img[src='x'], template, [autofocus], [onerror])")
        .count(),
    ).toBe(0);
  });

  test(`a search of councils for ${saying.slice(0, 40)} comes out as those words`, async ({ page }) => {
    const words = saying.replace(/\s+/g, " ").normalize("NFC");
    await page.goto(`/councils?${new URLSearchParams({ q: words })}`);
    await expect(page.getByLabel("Name of a council")).toHaveValue(words);
    await expect(page.getByRole("status")).toHaveText(`0 councils with “${words}” in the name`);
    expect(await page.title()).toContain(`“${words}”`);
    expect(await ran(page)).toBe(false);
  });
}

test("a search of 10,000 characters is read whole, shown whole, and shortened in the title", async ({ page }) => {
  const start = `<b>"É" ‘x’ 🐢 \u202e`;
  const words = start + "abcdefghi ".repeat(1000).slice(0, 10_000 - [...start].length - 1) + "z";
  expect([...words]).toHaveLength(10_000);
  const response = await page.goto(`/case-studies?${new URLSearchParams({ q: words })}`);

  expect(response?.status()).toBe(200);
  await expect(page.getByLabel("Search the case studies")).toHaveValue(words);
  await expect(page).toHaveTitle(`“${[...words].slice(0, 60).join("")}…” in case studies – Casebook`);
  await expect(page.getByText("Some of this could not be used")).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test("a search of more than 10,000 characters is cut there, and the page says so", async () => {
  const { status, text } = await ask(`/case-studies?q=${"a".repeat(10_001)}`);
  expect(status).toBe(200);
  expect(text).toContain("We left out the end of a longer search than we can do.");
});

test("a search of 10,000 characters that each take four bytes to write is read whole too", async () => {
  const words = "🐢".repeat(10_000);
  const { status, text } = await ask(`/case-studies?q=${encodeURIComponent(words)}`);
  expect(status).toBe(200);
  expect(text).toContain(`value="${words}"`);
});
