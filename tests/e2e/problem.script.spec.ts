import type { Page } from "@playwright/test";
import { unfold, violationsInBothSchemes } from "#tests/support/axe.ts";
import { overdueCaseStudy } from "#tests/support/demonstration-addresses.ts";
import { overflowing } from "#tests/support/small-screen.ts";
import { expect, test } from "./test.ts";

async function isSound(page: Page, state: string) {
  await unfold(page);
  expect(await violationsInBothSchemes(page), state).toEqual([]);
  await page.setViewportSize({ width: 320, height: 568 });
  expect(await overflowing(page), state).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
}

test("an open problem stands on the desk of its case study, and a refused answer keeps what was typed", async ({
  page,
}) => {
  await page.goto(`${await overdueCaseStudy()}/problem`);
  const title = (await page.locator("main p").first().innerText()).trim();
  await page.getByLabel("It shows something that should not be public").check();
  await page.getByLabel("What is wrong?").fill("The second picture shows a child’s name.");
  await page.waitForTimeout(2100);
  await page.getByRole("button", { name: "Send to the editors" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The editors have what you wrote");

  await page.goto(`/sign-in?next=${encodeURIComponent(`/editor/queue?tab=due&q=${encodeURIComponent(title)}`)}`);
  await page.getByRole("button", { name: "Helen Marsh" }).click();
  await page.getByRole("link", { name: title }).first().click();
  const said = page.getByRole("region", { name: "Readers say" });
  await expect(said).toContainText("Problem, should not be public, waiting for less than an hour: The second picture");
  await isSound(page, "the desk");
  await said.getByRole("link", { name: "Read and settle them" }).click();

  await expect(page.getByText(`Only those about “${title}”.`)).toBeVisible();
  const settle = page.getByRole("listitem").filter({ hasText: "The second picture shows a child’s name." });
  await settle.locator("summary").click();
  await settle.getByLabel("What came of it").fill("x".repeat(2001));
  await settle.getByRole("button", { name: "Settle it" }).click();
  await expect(page).toHaveTitle(/^Error: Suggestions and problems/);
  await expect(settle.getByLabel("What came of it")).toHaveValue("x".repeat(2001));
  await isSound(page, "a refused answer");
  await settle.getByLabel("What came of it").fill("The picture is gone.");
  await settle.getByRole("button", { name: "Settle it" }).click();
  await expect(page.getByRole("status")).toHaveText("It is settled.");
  await page.getByRole("link", { name: /^Settled/ }).click();
  await expect(page.getByText("The picture is gone.").first()).toBeVisible();
  await isSound(page, "settled");
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(page).toHaveURL(/\/editor\/suggestions\?tab=settled$/);
});
