import type { Browser, Page } from "@playwright/test";
import { expect, test } from "./test.ts";

async function signedIn(browser: Browser, name: string, path: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: process.env["SITE_ADDRESS"] ?? "", javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`);
  await page.getByRole("button", { name }).click();
  return page;
}

const rows = (page: Page) =>
  page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading") });

test("two editors want one case study: one has it, the other reads who was quicker", async ({ browser }) => {
  const path = "/editor/queue?tab=unassigned";
  const [first, second] = [
    await signedIn(browser, "Amira Hussain", path),
    await signedIn(browser, "Tom Prentice", path),
  ];
  const title = (await rows(first).first().getByRole("heading").textContent()) ?? "";
  await first.getByRole("button", { name: `Take ${title}` }).click();
  await expect(first.getByRole("status")).toContainText(`“${title}” is yours now.`);

  await second.getByRole("button", { name: `Take ${title}` }).click();
  await expect(second.getByRole("alert")).toContainText(`“${title}” was taken by Amira Hussain`);
  await second.getByRole("link", { name: /^All open/ }).click();
  await second.getByRole("checkbox", { name: title }).check();
  await second.getByLabel("Give what is ticked to").selectOption({ label: "Tom Prentice (you)" });
  await second.getByRole("button", { name: "Assign" }).click();
  await expect(second.getByRole("status")).toContainText(`“${title}” is yours now.`);
  await second.getByRole("link", { name: /^Mine/ }).click();
  await expect(rows(second).getByRole("heading", { name: title })).toBeVisible();
});

test("an editor says why something is not spam: nothing typed is lost, and its author is told", async ({ browser }) => {
  const page = await signedIn(browser, "Grace Adeyemi", "/editor/queue?tab=held");
  await expect(rows(page)).toContainText("Spam suspected: Four links to the same supplier");
  await page.getByText("Decide").click();
  await page.getByRole("button", { name: "Not spam" }).click();
  await expect(page).toHaveTitle(/^Error: Queue/);
  await page.getByLabel("Why").fill("We rang the council, and it is theirs.");
  await page.getByRole("button", { name: "Not spam" }).click();
  await expect(page.getByRole("status")).toContainText("was released. Its author is told.");
  await expect(page.getByText("Nothing is held.")).toBeVisible();
});

test("an editor settles a suggestion with an answer", async ({ browser }) => {
  const page = await signedIn(browser, "Grace Adeyemi", "/editor/suggestions?only=changes");
  // What contacts answer comes here as well.
  const open = Number(await page.getByRole("link", { name: /^Open/ }).locator(".count").textContent());
  await expect(rows(page)).toHaveCount(open);
  expect(open).toBeGreaterThan(1);
  const settle = rows(page).first();
  await settle.getByText("Settle it").first().click();
  await settle.getByLabel("What came of it").fill("Thank you. It says so now.");
  await settle.getByRole("button", { name: "Settle it" }).click();
  await expect(page.getByRole("status")).toContainText("A letter with your answer is on its way.");
  await page.getByRole("link", { name: /^Settled/ }).click();
  await expect(rows(page).first()).toContainText("Thank you. It says so now.");
});

test("an administrator invites an editor, who then cannot change anybody", async ({ browser }) => {
  const page = await signedIn(browser, "Helen Marsh", "/editor/people");
  await page.getByText("Invite somebody").click();
  await page.getByLabel("Name", { exact: true }).fill("Jo Okafor");
  await page.getByLabel("Work e-mail address").fill("jo");
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Jo Okafor");
  await page.getByLabel("Work e-mail address").fill("jo.okafor@casebook.example");
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByRole("status")).toContainText("Jo Okafor is invited.");
  await expect(page.getByText("Jo Okafor was invited as editor")).toBeVisible();

  const editor = await signedIn(browser, "Jo Okafor", "/editor/people");
  await expect(editor.getByText("An administrator can change who edits.")).toBeVisible();
  await expect(editor.getByText("Invite somebody")).toHaveCount(0);
});
