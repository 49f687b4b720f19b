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

  await page.keyboard.press("ArrowDown");
  await expect(list).toBeVisible();
  await page.keyboard.press("Escape");

  await search.pressSequentially("a");
  await expect(list).toBeVisible();
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

test("words that are chosen, and a topic, are added to the filters in force and to what is ticked", async ({
  page,
}) => {
  await page.goto("/case-studies?region=wales&sort=title");
  await page.getByRole("checkbox", { name: "Culture Hub", exact: true }).evaluate((box: HTMLInputElement) => {
    box.disabled = false;
    box.checked = true;
  });
  const search = page.getByRole("combobox", { name: box });
  await search.pressSequentially("lib");
  await expect(page.getByRole("option").first()).toHaveText("libraries");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/case-studies\?q=libraries&support=culture-hub&region=wales&sort=title$/);

  await page.goto("/case-studies?region=wales&topic=libraries");
  await search.pressSequentially("librari");
  await page.getByRole("option", { name: "Libraries Topic" }).click();
  await expect(page).toHaveURL(/\/case-studies\?topic=libraries&region=wales$/);
});

test("a suggestion that is a page of its own leads there", async ({ page }) => {
  await page.goto("/case-studies?region=wales");
  await page.getByRole("combobox", { name: box }).pressSequentially("tameside story");
  await page.getByRole("option", { name: "Tameside Story Makers Case study" }).click();
  await expect(page).toHaveURL(/\/case-studies\/tameside-story-makers$/);
});

for (const width of [320, 1280])
  test(`suggestions lie over the page at ${width} px: nothing moves, nothing is cut off`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/");
    const newest = page.getByRole("heading", { name: "Newest" });
    const before = await newest.boundingBox();
    await page.getByRole("combobox", { name: box }).pressSequentially("lib");
    const list = page.getByRole("listbox");
    await expect(list).toBeVisible();
    expect(await newest.boundingBox()).toEqual(before);
    const [bounds, field] = [await list.boundingBox(), await page.getByLabel(box).boundingBox()];
    expect(bounds?.y).toBeCloseTo((field?.y ?? 0) + (field?.height ?? 0), 0);
    expect(bounds?.x).toBe(field?.x);
    expect((bounds?.x ?? 0) + (bounds?.width ?? 0)).toBeLessThanOrEqual(width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    for (const option of await list.getByRole("option").all()) {
      await option.scrollIntoViewIfNeeded();
      expect(
        await option.evaluate((item) => {
          const { left, top, width: wide, height } = item.getBoundingClientRect();
          return item.contains(document.elementFromPoint(left + wide / 2, top + height / 2));
        }),
      ).toBe(true);
    }
    await page.emulateMedia({ media: "print" });
    await expect(list).toBeHidden();
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
  const [field, first] = [
    await find.boundingBox(),
    await page.getByRole("checkbox", { name: "Flooding" }).boundingBox(),
  ];
  expect(field?.y).toBeLessThan(first?.y ?? 0);

  await find.fill("zzz");
  await expect(page.getByRole("status").filter({ hasText: "No topic matches" })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Libraries" })).toBeVisible();
  await expect(page.getByText(/^Show all/)).toBeHidden();
  expect((await find.boundingBox())?.y).toBe(field?.y);

  await find.fill("");
  await expect(page.getByText("No topic matches")).toHaveCount(0);
  await expect(page.getByText(/^Show all/)).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Adult social care" })).toBeVisible();
});
