import { randomUUID } from "node:crypto";
import { openLateAnswers } from "#tests/support/late-answers.ts";
import { byKeyboard, byPointer } from "#tests/support/typists.ts";
import { answerEverything, followLetter, send, startDraft, written } from "#tests/support/submission.ts";
import { expect, test } from "./test.ts";

test("a council puts in a case study with nothing but the keyboard", async ({ page, browser }) => {
  test.setTimeout(180_000);
  const by = byKeyboard(page);
  const to = `keyboard-${randomUUID()}@thanet.example`;
  await startDraft(page, by);
  await by.fill(page.getByLabel("Work e-mail address"), to);
  await by.press(page.getByRole("button", { name: "Send me the link" }));
  await answerEverything(page, by);
  await by.press(page.getByRole("link", { name: "Check and send" }));

  await by.press(page.getByRole("button", { name: "Send to the editors" }));
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByRole("alert")).toBeFocused();
  await by.press(page.getByRole("link", { name: "All sections" }));

  await send(page, by);
  await expect(page.getByText(/^Submission CB-/)).toBeVisible();
  const device = await followLetter(browser, { to, subject: "Confirm your e-mail address" });
  await device.getByRole("button", { name: "Confirm and send" }).click();
  await expect(device.getByRole("heading", { name: "Waiting for an editor" })).toBeVisible();
});

test("what is typed is saved by itself, counted, and there after the browser has gone", async ({ context }) => {
  const page = await context.newPage();
  await startDraft(page, byPointer, "A draft that saves itself");
  await page.getByRole("link", { name: "Not now" }).click();
  await page.getByRole("link", { name: "The challenge" }).click();
  await page.locator("#challenge").fill(written.challenge);
  await expect(page.getByText("9,924 characters left")).toBeVisible();
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible({ timeout: 20_000 });

  const address = page.url();
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await again.goto(address);
  await expect(again.locator("#challenge")).toHaveValue(written.challenge);
});

test("what was typed before the script had come is saved by itself as well", async ({ page }) => {
  await startDraft(page, byPointer, "A draft on a slow line");
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route("**/js/draft.js*", async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(page.url().replace(/email$/, "challenge"), { waitUntil: "commit" });
  await page.locator("#challenge").fill("Quicker than the line");
  arrive();
  await page.waitForLoadState();
  // A request that may outlive its page gets no answer while requests are looked through.
  await page.unroute("**/js/draft.js*");
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible({ timeout: 20_000 });
});

test("what could not be saved is tried again, without anything more being typed", async ({ page }) => {
  await startDraft(page, byPointer, "A draft while the site is down");
  await page.goto(page.url().replace(/email$/, "challenge"));
  await page.route("**/challenge/save", (route) => route.fulfill({ status: 503 }));
  await page.locator("#challenge").fill("Nobody presses anything");
  await expect(page.getByText(/^Not saved yet/)).toBeVisible({ timeout: 20_000 });
  await page.unroute("**/challenge/save");
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible({ timeout: 40_000 });
});

test("whoever follows a link in the middle of a sentence finds it where they left it", async ({ page }) => {
  await startDraft(page, byPointer, "A draft that is left in a hurry");
  const section = page.url().replace(/email$/, "challenge");
  await page.goto(section);
  await page.locator("#challenge").fill("Half a sen");
  await page.getByRole("link", { name: "Topics" }).first().click();
  await page.waitForURL("**/topics");
  await expect(async () => {
    await page.goto(section);
    await expect(page.locator("#challenge")).toHaveValue("Half a sen", { timeout: 500 });
  }).toPass();
});

test("what is typed while a save is on its way is kept, whether a link is followed or the form is sent", async ({
  browser,
}) => {
  const line = await openLateAnswers(process.env["SITE_ADDRESS"] ?? "");
  const context = await browser.newContext({ baseURL: line.address });
  const page = await context.newPage();
  await startDraft(page, byPointer, "A draft on a line that answers late");
  const section = page.url().replace(/email$/, "challenge");
  const challenge = page.locator("#challenge");
  const ways: [text: string, leave: () => Promise<void>, to: string][] = [
    ["Half a sentence", () => page.getByRole("link", { name: "Topics" }).first().click(), "**/topics"],
    ["A whole sentence.", () => page.getByRole("button", { name: "Save and continue" }).click(), "**/solution"],
  ];
  for (const [text, leave, to] of ways) {
    await page.goto(section);
    const { given, letGo } = line.holdNext("/challenge/save");
    await challenge.fill(text.slice(0, 6));
    await given;
    await challenge.fill(text);
    await leave();
    await page.waitForURL(to);
    letGo();
    await expect(async () => {
      await page.goto(section);
      await expect(challenge).toHaveValue(text, { timeout: 500 });
    }).toPass({ timeout: 15_000 });
  }
  await context.close();
  line.close();
});
