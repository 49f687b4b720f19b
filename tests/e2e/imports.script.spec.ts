import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { violationsInBothSchemes } from "#tests/support/axe.ts";
import { signInAs } from "#tests/support/on-the-desk.ts";
import { expect, test } from "./test.ts";

test("the page of imports, its errors and a report hold nothing against anybody's way of reading", async ({ page }) => {
  await signInAs(page, "Helen Marsh", "/editor/imports");
  await page.getByLabel("Where the rows come from").fill(`Saved ${randomUUID().slice(0, 8)}`);
  await page.getByRole("button", { name: "Look it through" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Choose a file");
  expect(await violationsInBothSchemes(page)).toEqual([]);

  const buffer = await readFile("tests/fixtures/saved-listings/libraries.txt");
  await page.getByLabel("File").setInputFiles({ name: "saved.txt", mimeType: "text/plain", buffer });
  await page.getByRole("button", { name: "Look it through" }).click();
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("button", { name: "Bring in 10 rows" })).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  expect(await violationsInBothSchemes(page)).toEqual([]);
});
