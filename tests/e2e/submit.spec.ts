import type { Page } from "@playwright/test";
import { expect, test } from "./test.ts";

const words = {
  challenge: "The last bus left at twenty past seven.\n\nPeople who worked late walked home.",
  solution: "One timetable for **three towns**:\n\n- one fare\n- one telephone number",
  impact: "Use grew from 0 to 1,140 passengers a weekend.",
  sustained: "Fares pay for most of it.",
  lessons: "Tell the drivers first.",
};

async function startDraft(page: Page, title: string) {
  await page.goto("/submit");
  await page.getByRole("link", { name: "Start now" }).click();
  await page.getByLabel("What did you do?").fill(title);
  await page.getByLabel("Lead council").fill("Thanet");
  // Nobody fills the form in as fast as this does, and the site sends back what comes sooner.
  await page.waitForTimeout(2100);
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Where can we send the link to your draft?");
}

test("a council puts in a case study without script, from the start to the editors", async ({ page }) => {
  await startDraft(page, "Night buses for the harbour festival");
  await page.getByLabel("Work e-mail address").fill("transport@thanet.example");
  await page.getByRole("button", { name: "Send me the link" }).click();
  await expect(page.getByText("0 of 10 sections done")).toBeVisible();

  await page.getByRole("link", { name: "About this case study" }).click();
  await expect(page.getByLabel("Title")).toHaveValue("Night buses for the harbour festival");
  await expect(page.getByLabel("Lead council")).toHaveValue("Thanet District Council");
  await page.getByLabel("Summary").fill("Three towns shared one late timetable for twelve weekends.");
  await page.getByLabel("Buses").check();
  await page.getByRole("button", { name: "Save and continue" }).click();

  await page.getByLabel("Mixed").check();
  await page.getByRole("group", { name: "Start" }).getByLabel("Month").fill("4");
  await page.getByRole("group", { name: "Start" }).getByLabel("Year").fill("2024");
  await page.getByRole("button", { name: "Save and continue" }).click();
  for (const [key, text] of Object.entries(words)) {
    await page.locator(`#${key}`).fill(text);
    await page.getByRole("button", { name: "Save and continue" }).click();
  }
  await page.goto(page.url().replace(/[^/]+$/, "contact"));
  await page.getByLabel("E-mail address").fill("buses@thanet.example");
  await page.getByRole("button", { name: "Save and continue" }).click();

  await page.getByRole("link", { name: "Check and send" }).click();
  await page.getByRole("button", { name: "Send to the editors" }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByRole("alert")).toContainText("Confirm that it is accurate");
  for (const name of [/accurate to the best/, /agrees to its publication/, /Open Government Licence/])
    await page.getByLabel(name).check();
  await page.getByRole("button", { name: "Send to the editors" }).click();
  await expect(page.getByText(/^Submission CB-/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Waiting for you" })).toBeVisible();
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
  await startDraft(page, "A draft with too much in it");
  await page.getByRole("link", { name: "Not now" }).click();
  await page.getByRole("link", { name: "About this case study" }).click();
  const long = "x".repeat(3000);
  await page.getByLabel("Summary").fill(long);
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByRole("alert")).toContainText("Summary must be 300 characters or fewer");
  await expect(page.getByLabel("Summary")).toHaveValue(long);
  await page.reload();
  await expect(page.getByLabel("Summary")).toHaveValue(long);
});

test("two windows on one section: the second sees both texts and loses neither", async ({ page, context }) => {
  await startDraft(page, "A draft in two windows");
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
