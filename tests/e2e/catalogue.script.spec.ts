import { violationsInBothSchemes } from "#tests/support/axe.ts";
import { signInAs } from "#tests/support/on-the-desk.ts";
import { overflowing } from "#tests/support/small-screen.ts";
import { expect, test } from "./test.ts";

test("a change before it is undone: axe finds nothing, and it fits a small screen", async ({ page }) => {
  await signInAs(page, "Helen Marsh", "/editor/catalogue");
  await page.goto("/editor/catalogue/topics/change/cohesion?do=up");
  await page.getByRole("button", { name: "Move it up" }).click();
  await page.getByRole("link", { name: "Undo it" }).click();
  expect(await violationsInBothSchemes(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 568 });
  expect(await overflowing(page)).toEqual([]);
  await page.getByRole("button", { name: "Undo it" }).click();
  await expect(page.getByRole("status")).toContainText("Undone: Moved the topic “Cohesion” up one place.");
  expect(await overflowing(page)).toEqual([]);
});
