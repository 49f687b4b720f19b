import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { looksInTurn, unfold } from "#tests/support/axe.ts";
import { overflowing } from "#tests/support/small-screen.ts";
import { answerEverything, followLetter, send, startDraft, written } from "#tests/support/submission.ts";
import { byPointer } from "#tests/support/typists.ts";
import { expect, test } from "./test.ts";

const sections = [
  ...["about", "facts", "challenge", "solution", "impact"],
  ...["sustained", "lessons", "links", "contact"],
];
const violations = looksInTurn();
const narrow = { width: 320, height: 568 };
const wide = { width: 1280, height: 800 };

/** Nothing for axe to find where it is asked, nothing beyond the side of a phone, and a title that says when something is wrong. */
async function isSound(page: Page, state: string, { failed = false } = {}) {
  await test.step(state, async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    expect(await askedWithoutNotice(page), state).toEqual([]);
    expect(await page.title(), state).toMatch(failed ? /^Error: / : /^(?!Error: )/);
    if (failed) await expect(page.getByRole("alert"), state).toBeFocused();
    await unfold(page);
    expect(await violations(page, { failed }), state).toEqual([]);
    await page.setViewportSize(narrow);
    expect(await overflowing(page), state).toEqual([]);
    await page.setViewportSize(wide);
  });
}

/** What asks for details of somebody before anything says what becomes of them. Evidence that is attached is the case study itself. */
const askedWithoutNotice = (page: Page) =>
  page.locator("main").evaluate((main) => {
    const fields = [
      ...main.querySelectorAll("input[type=email], input[type=tel], input[type=file][accept*=docx]:not([id$='.add'])"),
    ];
    const notices = [...main.querySelectorAll("[data-privacy]")];
    const before = (one: Element, other: Element) =>
      Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
    return fields.filter((field) => !notices.some((notice) => before(notice, field))).map(({ id }) => id);
  });

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const draftOf = (page: Page) => new URL(page.url()).pathname.split("/").slice(0, 3).join("/");

async function anEmptyDraft(page: Page): Promise<string> {
  await startDraft(page, byPointer, "A draft to look at");
  return draftOf(page);
}

test("starting, and where to send the link: empty and with errors", async ({ page }) => {
  await page.goto("/submit/continue");
  await isSound(page, "no draft in this browser");
  await press(page, "Start");
  await isSound(page, "nothing entered", { failed: true });
  await page.getByLabel("What did you do?").fill("x".repeat(101));
  await page.getByLabel("Lead council").fill("Atlantis");
  await press(page, "Start");
  await isSound(page, "too long, and no such council", { failed: true });
  await expect(page.getByLabel("What did you do?")).toHaveValue("x".repeat(101));
  await expect(page.getByLabel("Lead council")).toHaveValue("Atlantis");

  await anEmptyDraft(page);
  await isSound(page, "no address yet");
  await press(page, "Send me the link");
  await isSound(page, "no address entered", { failed: true });
  await page.getByLabel("Work e-mail address").fill("not an address");
  await press(page, "Send me the link");
  await isSound(page, "no address at all", { failed: true });
});

test("every section without an answer, and with everything missing said", async ({ page }) => {
  const draft = await anEmptyDraft(page);
  await page.goto(draft);
  await isSound(page, "the task list");
  for (const section of sections) {
    await page.goto(`${draft}/${section}`);
    await isSound(page, section);
  }
  for (const section of ["about", "facts", "challenge", "contact"]) {
    await page.goto(`${draft}/${section}?check`);
    await isSound(page, `${section}, checked`, { failed: true });
  }
  await page.goto(`${draft}/check`);
  await isSound(page, "the check");
  await press(page, "Send to the editors");
  await isSound(page, "the check, with what is missing", { failed: true });
  await page.goto(`${draft}/preview`);
  await isSound(page, "a preview of hardly anything");
  await page.goto(`${draft}/erase`);
  await isSound(page, "before everything is deleted");
  await page.goto("/submit/erased");
  await isSound(page, "nothing is deleted");
  await page.goto("/submit/erased?deleted=1&kept=1");
  await isSound(page, "everything is deleted");
});

test("what does not fit, a preview, and a text that was changed elsewhere", async ({ page, context }) => {
  const draft = await anEmptyDraft(page);
  await page.goto(`${draft}/links`);
  await page.locator("[id='links.0.url']").fill("javascript:alert(1)");
  await press(page, "Save and continue");
  await isSound(page, "a link that is none", { failed: true });
  await expect(page.locator("[id='links.0.url']")).toHaveValue("javascript:alert(1)");

  await page.goto(`${draft}/facts`);
  await page.getByRole("group", { name: "Start" }).getByLabel("Month").fill("13");
  await page.getByRole("group", { name: "Start" }).getByLabel("Year").fill("next");
  await press(page, "Save and continue");
  await isSound(page, "a month that is none", { failed: true });
  await expect(page.getByRole("group", { name: "Start" }).getByLabel("Year")).toHaveValue("next");

  await page.goto(`${draft}/impact`);
  const other = await context.newPage();
  await other.goto(page.url());
  await page.locator("#impact").fill(`## Heading\n\n${written.solution}\n\n| a | b |\n|---|---|\n| 1 | 2 |`);
  await press(page, "Save and preview");
  await isSound(page, "a preview of formatted text");
  await other.locator("#impact").fill("Another text.");
  await press(other, "Save and leave");
  await isSound(other, "changed elsewhere");
  await other.locator("#impact").fill("x".repeat(60_000));
  await press(other, "Save and leave");
  await isSound(other, "far too long", { failed: true });
});

test("everything filled in, sent, confirmed and listed", async ({ page, browser }) => {
  const to = `states-${randomUUID()}@thanet.example`;
  await startDraft(page, byPointer);
  await page.getByLabel("Work e-mail address").fill(to);
  await press(page, "Send me the link");
  await answerEverything(page, byPointer);
  const draft = draftOf(page);
  await isSound(page, "a task list with everything done");
  for (const section of ["about", "facts", "impact", "links", "contact"]) {
    await page.goto(`${draft}/${section}`);
    await isSound(page, `${section}, filled`);
  }
  await page.goto(`${draft}/preview`);
  await isSound(page, "the preview");
  await page.goto(`${draft}/check`);
  await isSound(page, "the check, filled");
  await page.goto(draft);
  await send(page, byPointer);
  await isSound(page, "sent");
  await page.goto(draft);
  await isSound(page, "a draft that is sent");

  const device = await followLetter(browser, { to, subject: "Confirm your e-mail address" });
  await page.goto(device.url());
  await isSound(page, "the confirmation");
  await press(page, "Confirm and send");
  await isSound(page, "confirmed");
  await page.goto(device.url());
  await isSound(page, "a confirmation that is spent");

  await page.goto("/my-case-studies");
  await isSound(page, "asking for one's own list");
  await press(page, "Send me the link");
  await isSound(page, "asking without an address", { failed: true });
  await page.getByLabel("Work e-mail address").fill(to);
  await press(page, "Send me the link");
  await isSound(page, "asked for one's own list");
  const mine = await followLetter(browser, { to, subject: "The link to your case studies" });
  await page.goto(mine.url());
  await expect(page.getByRole("link", { name: written.title })).toBeVisible();
  await isSound(page, "one's own list");
});

test("suggesting a change and reporting a problem: empty, with errors and sent; and links that open nothing", async ({
  page,
}) => {
  await page.goto("/case-studies?outcome=mixed");
  await page.getByRole("list", { name: "Results" }).getByRole("heading").first().getByRole("link").click();
  await page.getByRole("link", { name: "Suggest a change" }).click();
  await isSound(page, "the form");
  await press(page, "Send to the editors");
  await isSound(page, "nothing entered", { failed: true });
  await page.getByLabel("What should change?").fill("The figure is for 2023.");
  await page.getByLabel("Your e-mail address").fill("reader@kent.example");
  // Sooner than anybody types, it would come back.
  await page.waitForTimeout(2100);
  await press(page, "Send to the editors");
  await isSound(page, "sent");

  await page.goto(`${new URL(page.url()).pathname.replace("/suggest", "/problem")}`);
  await isSound(page, "the form about a problem");
  await press(page, "Send to the editors");
  await isSound(page, "nothing entered about a problem", { failed: true });
  await page.getByLabel("Something else").check();
  await page.getByLabel("What is wrong?").fill("x".repeat(2001));
  await page.getByLabel("E-mail address").fill("reader");
  await press(page, "Send to the editors");
  await isSound(page, "too much about a problem, and no address", { failed: true });
  await page.getByLabel("What is wrong?").fill("It is hard to read.");
  await page.getByLabel("E-mail address").fill("");
  await page.waitForTimeout(2100);
  await press(page, "Send to the editors");
  await isSound(page, "a problem is sent");

  const nowhere = "x".repeat(43);
  for (const path of [
    ...["", "/about", "/check", "/email", "/preview"].map((end) => `/submit/${nowhere}${end}`),
    ...[`/submit/confirm/${nowhere}`, `/track/${nowhere}`, `/my-case-studies/${nowhere}`],
  ]) {
    await page.goto(path);
    await isSound(page, path);
  }
});
