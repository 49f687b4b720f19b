import type { Page } from "@playwright/test";
import { firstOf, removedCaseStudy, withdrawnCaseStudy } from "#tests/support/demonstration-addresses.ts";
import { expect, test } from "./test.ts";

const longEnough = 2100;

/** Tabs until something has focus. */
async function tabTo(page: Page, name: RegExp) {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press("Tab");
    const says = await page.evaluate(() => {
      const on = document.activeElement;
      return on?.closest("label")?.textContent || on?.textContent || on?.id || "";
    });
    if (name.test(says.trim())) return;
  }
  throw new Error(`Nothing called ${String(name)} can be reached`);
}

test("by keyboard alone a reader reports a problem, is told by when it is looked at, and an editor settles it", async ({
  page,
}) => {
  const path = await firstOf("/case-studies?outcome=mixed&sort=oldest");
  await page.goto(path);
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  await tabTo(page, /^Something wrong on this page\?$/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${path}/problem`);
  await page.waitForTimeout(longEnough);
  await tabTo(page, /^Send to the editors$/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveTitle(/^Error: Tell us what is wrong/);
  await expect(page.getByRole("alert").getByRole("link")).toHaveText([
    "Choose what kind of problem it is",
    "Enter what is wrong",
  ]);

  await tabTo(page, /^A link is broken$/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await tabTo(page, /^text$/);
  await page.keyboard.type("Nobody answers under the address at the end.");
  await tabTo(page, /^Send to the editors$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The editors have what you wrote");
  await expect(page.getByText(/^An editor looks at it by \d+\s\w+\s\d{4}\./)).toBeVisible();
  await expect(page.getByText("You left no e-mail address, so nobody writes to you about it.")).toBeVisible();

  await page.goto(`/sign-in?next=${encodeURIComponent("/editor/suggestions?only=problems")}`);
  await page.getByRole("button", { name: "Grace Adeyemi" }).click();
  const row = page.getByRole("listitem").filter({ hasText: "Nobody answers under the address at the end." });
  await expect(row.getByRole("heading")).toHaveText(title);
  await expect(row).toContainText("Problem: silent contact");
  await expect(row).toContainText("waiting for less than an hour");
  await row.locator("summary").click();
  await expect(row).toContainText("There is no e-mail address, so nobody can be answered.");
  await row.getByRole("button", { name: "Settle it" }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await row.getByLabel("What came of it").fill("The council named another mailbox.");
  await row.getByRole("button", { name: "Settle it" }).click();
  await expect(page.getByRole("status")).toHaveText("It is settled.");
  await expect(page).toHaveURL(/only=problems/);
});

test("whoever leaves an address is promised an answer", async ({ page }) => {
  await page.goto(`${await firstOf("/case-studies?outcome=mixed")}/problem`);
  await page.getByLabel("A link is broken").check();
  await page.getByLabel("What is wrong?").fill("The first link is gone.");
  await page.getByLabel("E-mail address").fill("reader");
  await page.getByRole("button", { name: "Send to the editors" }).click();
  await expect(page.getByLabel("A link is broken")).toBeChecked();
  await expect(page.getByLabel("What is wrong?")).toHaveValue("The first link is gone.");
  await page.getByLabel("E-mail address").fill("reader@kent.example");
  await page.waitForTimeout(longEnough);
  await page.getByRole("button", { name: "Send to the editors" }).click();
  await expect(page.getByText("They write to you when it is settled.")).toBeVisible();
});

test("what is withdrawn can be reported too; what was taken down or never was cannot", async ({ page }) => {
  const withdrawn = await withdrawnCaseStudy();
  expect((await page.goto(withdrawn))?.status()).toBe(200);
  await page.getByRole("link", { name: "Something wrong on this page?" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tell us what is wrong");
  await expect(page.getByRole("link", { name: "suggest a change" })).toHaveCount(0);
  expect((await page.goto(`${await removedCaseStudy()}/problem`))?.status()).toBe(410);
  expect((await page.goto("/case-studies/no-such-case-study/problem"))?.status()).toBe(404);
});
