import { violationsInBothSchemes } from "#tests/support/axe.ts";
import { officersFiles } from "#tests/support/word/officers-files.ts";
import { fromWordToPaper } from "#tests/support/word/from-word-to-paper.ts";
import { expect, test } from "./test.ts";

test("axe finds nothing on the way from a Word file to a draft, and no page is wider than a phone", async ({
  page,
}) => {
  const look = async () => {
    expect(await violationsInBothSchemes(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 1280, height: 800 });
  };
  await page.goto("/submit/word");
  await page.waitForTimeout(2100);
  await page.getByRole("button", { name: "Read the file" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose a Word file");
  await look();
  const buffer = Buffer.from(await officersFiles["everything in one table"]!());
  await page.getByLabel("Word file").setInputFiles({ name: "case.docx", mimeType: "", buffer });
  await page.getByRole("button", { name: "Read the file" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What was read");
  await look();
  await page.getByRole("button", { name: "Put it into my draft" }).press("Enter");
  await expect(page.getByText("Your draft was filled from the Word file")).toBeVisible();
  await look();
  await page.getByRole("link", { name: "Fill it from a Word file" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Fill it from a Word file");
  await look();
});

test("from a filled-in Word file to a printed paper by keyboard, with script", async ({ page }) => {
  test.setTimeout(180_000);
  const paper = (await fromWordToPaper(page)).toString("latin1");
  expect(paper).toContain("/StructTreeRoot");
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
});
