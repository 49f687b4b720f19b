import { firstOf } from "#tests/support/demonstration-addresses.ts";
import { expect, test } from "./test.ts";

test("a printed case study is its words: no header, no navigation, no footer, black on white", async ({ page }) => {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.goto(await firstOf("/case-studies?outcome=mixed"));

  for (const role of ["banner", "contentinfo"] as const) await expect(page.getByRole(role)).toHaveCount(0);
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.locator("header")).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("heading", { name: "The challenge" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Contact" })).toBeVisible();

  const colours = await page
    .locator("article p")
    .evaluateAll((all) =>
      all
        .map((one) => getComputedStyle(one).color)
        .filter((colour) => !/^rgb\(0, 0, 0\)|^rgb\(51, 51, 51\)/.test(colour)),
    );
  expect(colours).toEqual([]);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    "rgb(255, 255, 255)",
  );
});

test("a printed listing is its sentence and its results, without the filters", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  await page.goto("/case-studies?topic=libraries");
  await expect(page.getByRole("status")).toBeVisible();
  await expect(page.getByRole("list", { name: "Results" }).getByRole("listitem")).toHaveCount(10);
  await expect(page.getByRole("form")).toHaveCount(0);
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("checkbox")).toHaveCount(0);
});

test("a case study can be kept as a PDF", async ({ page }) => {
  await page.goto(await firstOf("/case-studies?outcome=mixed"));
  const file = await page.pdf({ format: "A4", tagged: true });
  expect(file.subarray(0, 5).toString()).toBe("%PDF-");
  expect(file.toString("latin1")).toContain("/StructTreeRoot");
});
