import { firstOf } from "#tests/support/demonstration-addresses.ts";
import { numberControls, tabStop, walkBack, walkByTab } from "#tests/support/tab-stops.ts";
import { someOf } from "#tests/support/thorough.ts";
import { expect, look as test } from "./test.ts";

const sizes = [
  { width: 1280, height: 800 },
  { width: 320, height: 568 },
  { width: 320, height: 256 },
];
const walked = [
  ["the front door", async () => "/"],
  [
    "the listing with filters",
    async () => "/case-studies?topic=libraries&outcome=mixed&outcome=worked&evidence=comparison",
  ],
  ["a case study with a table", () => firstOf("/case-studies?outcome=mixed")],
  ["the councils", async () => "/councils"],
  ["an error", async () => "/nowhere"],
] as const;

for (const [name, find] of walked) {
  for (const size of someOf(sizes, 2)) {
    test(`${name}, ${size.width} by ${size.height}: Tab goes to every control in order, shows where it is, and leaves again`, async ({
      page,
    }) => {
      await page.setViewportSize(size);
      await page.goto(await find());
      await page.locator(".filters").evaluateAll((all) => all.forEach((one) => one.setAttribute("open", "")));
      const controls = await numberControls(page);

      const stops = await walkByTab(page);
      expect(stops.map(({ says }) => says)).toEqual(controls);
      expect(stops.filter(({ marked }) => !marked)).toEqual([]);
      expect(stops.filter(({ covered }) => covered)).toEqual([]);

      const back = await walkBack(page, stops.length);
      expect(back.toReversed()).toEqual(stops.map(({ number }) => number));
    });
  }
}

test("the skip link comes first, shows itself, and the next Tab is in the main part", async ({ page }) => {
  await page.goto("/case-studies");
  const skip = page.getByRole("link", { name: "Skip to main content" });
  await expect(skip).not.toBeInViewport();

  await page.keyboard.press("Tab");
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#main$/);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").locator(":focus")).toHaveCount(1);
  await expect(page.getByLabel("Search the case studies")).toBeFocused();
});

test("from the search box it is two presses to the results, past all the filters", async ({ page }) => {
  await page.goto("/case-studies");
  await page.getByLabel("Search the case studies").focus();
  const skip = page.getByRole("link", { name: "Skip to results" });
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#list$/);
  await page.keyboard.press("Tab");
  await expect(page.locator("#list h3 > a").first()).toBeFocused();
});

test("the list can be filtered by keyboard alone", async ({ page }) => {
  await page.goto("/case-studies");
  await numberControls(page);
  const tabTo = async (says: string) => {
    for (let presses = 0; presses < 200; presses++) {
      await page.keyboard.press("Tab");
      if ((await tabStop(page))?.says === says) return;
    }
    throw new Error(`Tab never came to ${says}`);
  };

  await tabTo("Topics within Culture, tourism, leisure and sport");
  await page.keyboard.press("Enter");
  await numberControls(page);
  await tabTo("Libraries");
  await page.keyboard.press("Space");
  await expect(page.getByRole("checkbox", { name: "Libraries" })).toBeChecked();
  await tabTo("Apply filters");
  await page.keyboard.press("Enter");

  await expect(page.getByRole("status")).toHaveText("Your search returned 32 results");
  await expect(page).toHaveURL(/[?&]topic=libraries/);
});

test("on a phone the filters open and close by keyboard, and what is folded away takes no focus", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await page.goto("/case-studies");
  const apply = page.getByRole("button", { name: "Apply filters" });
  await expect(apply).toBeHidden();

  const summary = page.locator(".filters > summary");
  await summary.focus();
  await page.keyboard.press("Enter");
  await expect(apply).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.locator("input[name=topic]").first()).toBeFocused();

  await summary.focus();
  await page.keyboard.press("Space");
  await expect(apply).toBeHidden();
  await page.keyboard.press("Tab");
  await expect(page.locator(".filters :focus")).toHaveCount(0);
});

test("Enter in the search box searches", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Search the case studies").focus();
  await page.keyboard.type("tameside story makers");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toHaveText(/^Your search returned \d+ results$/);
  await expect(page.getByRole("heading", { level: 3 }).first()).toHaveText("Tameside Story Makers");
});
