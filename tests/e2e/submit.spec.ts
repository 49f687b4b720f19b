import { randomUUID } from "node:crypto";
import { byDoubting, byPointer } from "#tests/support/typists.ts";
import { answerEverything, followLetter, send, startDraft, written } from "#tests/support/submission.ts";
import { expect, test } from "./test.ts";

test("a council puts in a case study without script, doubting at every step, goes on on another device, and confirms it", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const to = `transport-${randomUUID()}@thanet.example`;
  const by = byDoubting(page);
  await startDraft(page, by);
  await page.getByLabel("Work e-mail address").fill(to);
  await by.press(page.getByRole("button", { name: "Send me the link" }));
  await expect(page.getByText("0 of 8 sections done")).toBeVisible();
  await answerEverything(page, by);

  const device = await followLetter(browser, { to, subject: "The link to your draft case study" });
  await expect(device.getByRole("heading", { level: 1 })).toHaveText(written.title);
  for (const key of ["challenge", "solution", "impact", "sustained", "lessons"] as const) {
    await device.goto(`${new URL(page.url()).pathname.replace(/\/[a-z]+$/, "")}/${key}`);
    await expect(device.locator(`#${key}`)).toHaveValue(written[key]);
  }
  await device.getByRole("button", { name: "Save and leave" }).click();
  await device.getByRole("link", { name: "Check and send" }).click();
  for (const text of ["Thanet District Council", "Dover District Council", "April 2024", "1,140", "Town deal"])
    await expect(device.getByRole("main").getByText(text).first()).toBeVisible();
  await device.getByRole("link", { name: "All sections" }).click();
  await send(device, byDoubting(device));
  await expect(device.getByText(/^Submission CB-/)).toBeVisible();
  await expect(device.getByRole("heading", { name: "Waiting for you" })).toBeVisible();

  const confirming = await followLetter(browser, { to, subject: "Confirm your e-mail address" });
  await expect(confirming.getByRole("heading", { level: 1 })).toHaveText("Confirm your e-mail address");
  await byDoubting(confirming).press(confirming.getByRole("button", { name: "Confirm and send" }));
  await expect(confirming.getByRole("heading", { name: "Waiting for an editor" })).toBeVisible();
  await confirming.goBack();
  await confirming.reload();
  await expect(confirming.getByRole("heading", { level: 1 })).toHaveText("Your e-mail address is confirmed");
});

test("what is missing is said with a link to where, and what was ticked stays ticked", async ({ page }) => {
  await startDraft(page, byPointer, "A draft with nothing in it");
  await page.getByRole("link", { name: "Not now" }).click();
  await page.getByRole("link", { name: "Check and send" }).click();
  await page.getByLabel(/Open Government Licence/).check();
  await page.getByLabel(/Show me the edited text/).check();
  await page.getByRole("button", { name: "Send to the editors" }).click();

  await expect(page).toHaveTitle(/^Error: /);
  const problems = page.getByRole("alert");
  await expect(problems).toContainText("Confirm that it is accurate");
  await expect(problems).toContainText("Enter your work e-mail address");
  await expect(page.getByLabel(/Open Government Licence/)).toBeChecked();
  await expect(page.getByLabel(/Show me the edited text/)).toBeChecked();
  await problems.getByRole("link", { name: "Choose the outcome" }).click();
  await expect(page).toHaveURL(/\/facts\?check#outcome$/);
  await expect(page.getByRole("alert")).toContainText("Choose the outcome");
});

test("a start form sent sooner than anybody types comes back as it was, and goes on when it is sent again", async ({
  page,
}) => {
  await page.goto("/submit/start");
  await page.getByLabel("What did you do?").fill("A very quick draft");
  await page.getByLabel("Lead council").fill("Thanet");
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("alert")).toContainText("That was quicker than a person types. Press Start again.");
  await expect(page.getByLabel("What did you do?")).toHaveValue("A very quick draft");
  // The form remembers when it was first shown, so this is the last wait there is.
  await page.waitForTimeout(2100);
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Where can we send the link to your draft?");
});

test("what does not fit is kept and said beside it, and Back and reload are harmless", async ({ page }) => {
  await startDraft(page, byPointer, "A draft with too much in it");
  await page.getByRole("link", { name: "Not now" }).click();
  await page.getByRole("link", { name: "About this case study" }).click();
  const long = "x".repeat(1500);
  await page.getByLabel("Summary").fill(long);
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByRole("alert")).toContainText("Summary must be 300 characters or fewer");
  await expect(page.getByLabel("Summary")).toHaveValue(long);
  await page.reload();
  await expect(page.getByLabel("Summary")).toHaveValue(long);

  // Ten times too much is not kept as an answer, but it is kept.
  const far = "y".repeat(3000);
  await page.getByLabel("Summary").fill(far);
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByText("This is not saved yet")).toBeVisible();
  await expect(page.getByLabel("Summary")).toHaveValue(far);
});

test("two windows on one section: the second sees both texts and loses neither", async ({ page, context }) => {
  await startDraft(page, byPointer, "A draft in two windows");
  await page.getByRole("link", { name: "Not now" }).click();
  await page.getByRole("link", { name: "The challenge" }).click();
  const other = await context.newPage();
  await other.goto(page.url());

  await page.locator("#challenge").fill("Written in the first window.");
  await page.getByRole("button", { name: "Save and leave" }).click();
  await other.locator("#challenge").fill("Written in the second window.");
  await other.getByRole("button", { name: "Save and leave" }).click();

  await expect(other.getByText("This section was changed somewhere else")).toBeVisible();
  await expect(other.getByText("Written in the first window.")).toBeVisible();
  await expect(other.locator("#challenge")).toHaveValue("Written in the second window.");
});

test("Enter in a box saves the section and takes no row away", async ({ page }) => {
  await startDraft(page, byPointer, "A draft with two links");
  await page.goto(page.url().replace(/email$/, "links"));
  const box = (row: number, part: string) => page.locator(`[id='links.${row}.${part}']`);
  await box(0, "title").fill("First");
  await box(0, "url").fill("https://thanet.example/1");
  await page.getByRole("button", { name: "Add another row" }).click();
  await box(1, "title").fill("Second");
  await box(1, "url").fill("https://thanet.example/2");
  await box(1, "url").press("Enter");
  await page.waitForURL("**/images");
  await page.goBack();
  await page.reload();
  await expect(box(0, "title")).toHaveValue("First");
  await expect(box(1, "title")).toHaveValue("Second");
});

test("a council that is none, or could be several, is asked about on saving", async ({ page }) => {
  await page.goto("/submit/start");
  await page.getByLabel("Lead council").fill("Bath & North East Somerset");
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("alert")).not.toContainText("council");
  await page.getByLabel("Lead council").fill("Newcastle");
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("alert")).toContainText(
    /Newcastle upon Tyne.* or .*Newcastle-under-Lyme|Newcastle-under-Lyme.* or .*Newcastle upon Tyne/,
  );

  await startDraft(page, byPointer, "A draft with a partner");
  await page.goto(page.url().replace(/email$/, "about"));
  await page.getByLabel("Council 1").fill("Atlantis");
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByRole("alert")).toContainText("“Atlantis” is not the name of one");
  await expect(page.getByLabel("Council 1")).toHaveValue("Atlantis");
});

test("formatted text can be looked at before it goes on, and rows come and go, without script", async ({ page }) => {
  await startDraft(page, byPointer, "A draft to look at");
  await page.getByRole("link", { name: "Not now" }).click();
  await page.getByRole("link", { name: "The impact" }).click();
  await page.locator("#impact").fill("It **grew**.\n\n- by day\n- by night");
  await page.getByRole("button", { name: "Save and preview" }).click();
  const look = page.getByRole("region", { name: "How it will look" });
  await expect(look.locator("strong")).toHaveText("grew");
  await expect(look.getByRole("listitem")).toHaveText(["by day", "by night"]);

  const name = (row: number) => page.locator(`[id='measures.${row}.name']`);
  await name(0).fill("First");
  await page.getByRole("button", { name: "Add another row" }).click();
  await name(1).fill("Second");
  await page.getByRole("button", { name: "Add another row" }).click();
  await page.getByRole("button", { name: "Remove row 1" }).click();
  await expect(name(0)).toHaveValue("Second");
  await expect(page.locator("#impact")).toHaveValue("It **grew**.\n\n- by day\n- by night");
});

test("a browser that forgot its draft is told so, and how to find it", async ({ page, context }) => {
  await startDraft(page, byPointer, "A draft that a browser forgets");
  await page.goto("/submit/continue");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A draft that a browser forgets");
  await context.clearCookies();
  await page.goto("/submit/continue");
  await expect(page.getByText("No draft was found in this browser")).toBeVisible();
  await page.getByRole("link", { name: "have it sent again" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your case studies");
});

test("what was changed elsewhere while it was being checked is read again before it is sent", async ({
  page,
  context,
}) => {
  await startDraft(page, byPointer, "A draft checked in one window and changed in another");
  await page.getByRole("link", { name: "Not now" }).click();
  await page.getByRole("link", { name: "Check and send" }).click();
  const other = await context.newPage();
  await other.goto(page.url().replace(/check$/, "challenge"));
  await other.locator("#challenge").fill("Changed meanwhile.");
  await other.getByRole("button", { name: "Save and leave" }).click();

  await page.getByRole("button", { name: "Send to the editors" }).click();
  await expect(page.getByText("It is not sent yet: it was changed somewhere else")).toBeVisible();
  await expect(page.getByText("Changed meanwhile.")).toBeVisible();
});

test("what is typed without the cookie is saved, and what is typed where there is no draft is given back", async ({
  page,
  context,
}) => {
  await startDraft(page, byPointer, "A draft in an old tab");
  await page.goto(page.url().replace(/email$/, "challenge"));
  await context.clearCookies();
  await page.locator("#challenge").fill("Typed without a cookie.");
  await page.getByRole("button", { name: "Save and continue" }).click();
  // A browser that is on its way cannot be sent back.
  await page.waitForURL((url) => !url.pathname.endsWith("/challenge"));
  await page.goBack();
  await page.reload();
  await expect(page.locator("#challenge")).toHaveValue("Typed without a cookie.");

  const words = "Typed in a tab whose draft is gone. É 🚌 <b>";
  await page.locator("#challenge").fill(words);
  await page.locator("form").evaluate((form: HTMLFormElement) => {
    form.action = form.action.replace(/submit\/[\w-]{43}/, `submit/${"x".repeat(43)}`);
  });
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This draft cannot be found");
  await expect(page.getByText(words)).toBeVisible();
});
