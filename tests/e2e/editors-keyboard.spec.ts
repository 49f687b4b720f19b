import { numberControls, walkBack, walkByTab } from "#tests/support/tab-stops.ts";
import { expect, lookAs } from "./test.ts";

const walked = [
  "/editor/upkeep",
  "/editor/upkeep?tab=contacts",
  "/editor/reports",
  "/editor/imports",
  "/editor/catalogue",
  "/editor/catalogue/topics",
  "/editor/catalogue/topics/change/arts?do=merge&into=libraries",
  "/editor/catalogue/retag?topic=libraries",
  "/editor/catalogue/collections/warm-homes-lower-bills?q=libr",
  "/editor/catalogue/councils/dorset/change",
  "/editor/suggestions?only=problems",
];

const look = lookAs("Amira Hussain");

for (const path of walked) {
  look(`${path}: Tab goes to every control in order, shows where it is, and leaves again`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    await page.goto(path);
    const controls = await numberControls(page);
    const stops = await walkByTab(page);
    // Of several radio buttons the one that is chosen, or the first, stands for all.
    const radios = await page.locator("input[type=radio]").count();
    expect(stops.length).toBeGreaterThan(controls.length - radios - 1);
    const order = stops.map(({ number }) => number);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(stops.filter(({ marked }) => !marked)).toEqual([]);
    expect(stops.filter(({ covered }) => covered)).toEqual([]);
    expect((await walkBack(page, stops.length)).toReversed()).toEqual(order);
  });
}
