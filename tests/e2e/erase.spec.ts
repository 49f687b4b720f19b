import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { complaintsAbout } from "#tests/support/markup.ts";
import { overflowing } from "#tests/support/small-screen.ts";
import { followLetter, startDraft } from "#tests/support/submission.ts";
import { byPointer } from "#tests/support/typists.ts";
import { expect, test } from "./test.ts";

async function startDraftAs(page: Page, title: string, email: string) {
  await startDraft(page, byPointer, title);
  await page.getByLabel("Work e-mail address").fill(email);
  await page.getByRole("button", { name: "Send me the link" }).click();
  await expect(page.getByText("0 of 8 sections done")).toBeVisible();
}

const someone = () => `someone-${randomUUID()}@thanet.example`;
const erase = (page: Page) => page.getByRole("link", { name: "Delete everything about me" });
const confirm = (page: Page) => page.getByRole("button", { name: "Delete everything about me" });

test("whoever started a draft can delete it and themselves, and its link and its cookie are dead", async ({ page }) => {
  const email = someone();
  await startDraftAs(page, "A draft to be forgotten", email);
  const draft = page.url().replace(/\?.*/, "");
  await erase(page).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Delete everything about you?");
  await expect(page.getByText("“A draft to be forgotten” (draft)")).toBeVisible();
  await expect(page.getByText(email).first()).toBeVisible();

  await page.getByRole("link", { name: "Keep everything" }).click();
  await expect(page).toHaveURL(draft);
  await erase(page).click();
  await confirm(page).click();

  await expect(page).toHaveURL(/\/submit\/erased\?deleted=1&kept=0&letter$/);
  await expect(page.getByText("Deleted: 1 case study that was never published")).toBeVisible();
  expect(await page.context().cookies()).toEqual([]);
  for (const address of [draft, `${draft}/about`, `${draft}/erase`]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This draft cannot be found");
  }
});

test("the button pressed a second time, from a page that was left open, ends where the link says that it opens nothing", async ({
  page,
  context,
}) => {
  await startDraftAs(page, "A draft that is deleted twice", someone());
  await erase(page).click();
  const other = await context.newPage();
  await other.goto(page.url());
  await confirm(page).click();
  await confirm(other).click();
  await expect(other).toHaveURL(/\/submit\/[\w-]{43}\/erase$/);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("This draft cannot be found");
});

test("with two drafts, the one goes and a letter’s link deletes the other", async ({ page }) => {
  const email = someone();
  await startDraftAs(page, "The first of two drafts", email);
  const first = page.url();
  await startDraftAs(page, "The second of two drafts", email);
  await erase(page).click();
  await expect(page.getByText("The first of two drafts")).toHaveCount(0);
  await confirm(page).click();
  await page.goto(first);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The first of two drafts");

  const letter = page
    .getByRole("listitem")
    .filter({ hasText: email })
    .getByRole("link", { name: "Confirm that everything about you is to be deleted" });
  // It is written after the page that was answered.
  await expect(async () => {
    await page.goto("/mailbox");
    await expect(letter).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  await letter.click();
  const link = /\/erase\/[\w-]{43}/.exec((await page.locator("main").textContent()) ?? "")?.[0] ?? "";
  await page.goto(link);
  await expect(page.getByText("“The first of two drafts” (draft)")).toBeVisible();
  await confirm(page).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Everything about you is deleted");
  await page.goto(first);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This draft cannot be found");
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link cannot be used");
});

test("whoever has the link to their own list reads what is held about them, takes a copy and can go on to delete it", async ({
  page,
  browser,
}) => {
  const email = someone();
  await startDraftAs(page, "A draft to have a copy of", email);
  await page.goto("/my-case-studies");
  await page.getByLabel("Work e-mail address").fill(email);
  await page.getByRole("button", { name: "Send me the link" }).click();
  const mine = await followLetter(browser, { to: email, subject: "The link to your case studies" });
  await mine.getByRole("link", { name: "Get a copy of what we hold about you" }).click();
  await expect(mine.getByRole("heading", { level: 1 })).toHaveText("What we hold about you");
  await expect(mine.getByText("A draft to have a copy of").first()).toBeVisible();
  await mine.setViewportSize({ width: 320, height: 568 });
  expect(await overflowing(mine)).toEqual([]);
  expect(await complaintsAbout(await (await mine.request.get(mine.url())).text())).toEqual([]);

  const [answer] = [await mine.request.get(`${mine.url()}/everything.json`)];
  expect(answer.headers()).toMatchObject({
    "cache-control": "private, no-store",
    "content-disposition": expect.stringContaining("attachment"),
  });
  expect(await answer.json()).toMatchObject({ heldAbout: email });
  expect((await mine.request.get(`/my-case-studies/${"x".repeat(43)}/copy/everything.json`)).status()).toBe(404);

  await mine.getByRole("link", { name: "Delete everything about me" }).click();
  await expect(mine.getByRole("heading", { level: 1 })).toHaveText("Delete everything about you?");
  await confirm(mine).click();
  await expect(mine.getByText("Deleted: 1 case study that was never published")).toBeVisible();
});

test("whoever only has an alert has it on a page of their own, with what is held about them, and can delete it", async ({
  page,
  browser,
}) => {
  const email = someone();
  await page.goto("/alerts/new?topic=buses");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Every day at 7am").check();
  await page.getByRole("button", { name: "Send me an e-mail to confirm" }).click();
  await page.goto("/my-case-studies");
  await page.getByLabel("Work e-mail address").fill(email);
  await page.getByRole("button", { name: "Send me the link" }).click();
  const mine = await followLetter(browser, { to: email, subject: "The link to your case studies" });
  await expect(mine.getByRole("heading", { level: 1 })).toHaveText("Your alerts");
  await expect(mine.getByRole("heading", { level: 2 })).toHaveText(["Alerts"]);
  await expect(mine.getByText("Not confirmed yet")).toBeVisible();
  await mine.setViewportSize({ width: 320, height: 568 });
  expect(await overflowing(mine)).toEqual([]);
  expect(await complaintsAbout(await (await mine.request.get(mine.url())).text())).toEqual([]);
  const list = mine.url();
  await mine.getByRole("link", { name: "Buses" }).click();
  await expect(mine.getByRole("heading", { level: 1 })).toHaveText("Confirm your alert");
  await mine.goto(list);
  await mine.getByRole("link", { name: "Get a copy of what we hold about you" }).click();
  await expect(mine.getByText("Every day at 7am")).toBeVisible();
  await mine.getByRole("link", { name: "Delete everything about me" }).click();
  await confirm(mine).click();
  await mine.goto(list);
  await expect(mine.getByRole("heading", { level: 1 })).toHaveText("This link cannot be used");
});
