import type { Page } from "@playwright/test";
import { looksInTurn, unfold } from "#tests/support/axe.ts";
import { heard } from "#tests/support/heard.ts";
import { complaintsAbout } from "#tests/support/markup.ts";
import { aSubmission, openFromQueue, signInAs } from "#tests/support/on-the-desk.ts";
import { overflowing } from "#tests/support/small-screen.ts";
import { byKeyboard } from "#tests/support/typists.ts";
import { expect, test } from "./test.ts";

const violations = looksInTurn();
const narrow = { width: 320, height: 568 };
const wide = { width: 1280, height: 800 };
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** Nothing for axe to find where it is asked, valid markup, nothing beyond the side of a phone, and a title that says when something is wrong. */
async function isSound(page: Page, state: string, { failed = false } = {}) {
  await test.step(state, async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    expect(await page.title(), state).toMatch(failed ? /^Error: / : /^(?!Error: )/);
    if (failed) await expect(page.getByRole("alert"), state).toBeFocused();
    expect(await complaintsAbout(await (await page.request.get(page.url())).text()), state).toEqual([]);
    await unfold(page);
    expect(await violations(page, { failed }), state).toEqual([]);
    await page.setViewportSize(narrow);
    expect(await overflowing(page), state).toEqual([]);
    await page.setViewportSize(wide);
  });
}

test("the desk in every state of a review: axe finds nothing, and nothing scrolls sideways", async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const { title } = await aSubmission(browser);
  await signInAs(page, "Amira Hussain");
  const desk = await openFromQueue(page, title);
  await isSound(page, "in the queue");
  await press(page, "Take it");
  await isSound(page, "taken");
  for (const move of ["accept", "requestChanges", "handOver", "decline"]) {
    await page.goto(`${desk}/move/${move}`);
    await isSound(page, `before: ${move}`);
  }
  await press(page, "Decline");
  await isSound(page, "declining without a reason", { failed: true });
  await page.goto(`${desk}/move/handOver`);
  await press(page, "Hand over");
  await isSound(page, "handing over to nobody", { failed: true });
  await page.goto(`${desk}/move/publish`);
  await isSound(page, "a move that cannot be made now");

  await page.goto(desk);
  const lessons = page.getByRole("region", { name: "Lessons learned", exact: true });
  await lessons.getByText("Comment").first().click();
  await lessons.getByRole("button", { name: "Save the comment" }).click();
  await isSound(page, "an empty comment", { failed: true });
  const again = page.getByRole("region", { name: "Lessons learned", exact: true });
  await again.getByLabel("Your comment").fill("<script>alert(1)</script> ‮ Averylongwordwithoutanyspace".repeat(20));
  await again.getByLabel("The council too").check();
  await again.getByRole("button", { name: "Save the comment" }).click();
  await isSound(page, "a hostile comment");

  await page.goto(`${desk}/edit/summary`);
  expect((await page.goto(`${desk}/edit/nothing`))?.status()).toBe(404);
  await page.goto(`${desk}/edit/lessons`);
  await isSound(page, "correcting a section");
  await page.locator("#lessons").fill("x".repeat(10_001));
  await press(page, "Save the correction");
  await isSound(page, "a correction that does not fit", { failed: true });
  await expect(page.locator("#lessons")).toHaveValue("x".repeat(10_001));
  await page.locator("#lessons").fill("Tell the drivers **first**.\n\nThen tell everybody else.");
  await press(page, "Save the correction");
  await page.goto(`${desk}?changes=sent`);
  await isSound(page, "what changed");
  await page.goto(`${desk}/preview`);
  await isSound(page, "as readers will see it");

  await page.goto(desk);
  await page.getByText("Ask somebody outside to check the facts").click();
  await press(page, "Ask them");
  await isSound(page, "asking nobody to check the facts", { failed: true });

  const other = await (await browser.newContext({ baseURL: new URL(page.url()).origin })).newPage();
  await signInAs(other, "Tom Prentice", "/editor/history");
  await other.goto(`${desk}/move/accept`);
  await press(other, "Accept");
  await expect(other.getByRole("status")).toContainText("Accepted");
  await isSound(other, "accepted");
  for (const move of ["publish", "schedule", "reopen"]) {
    await other.goto(`${desk}/move/${move}`);
    await isSound(other, `before: ${move}`);
  }
  await other.goto(`${desk}/move/schedule`);
  await other.getByLabel("Day").fill("");
  await press(other, "Publish at a time");
  await isSound(other, "no day", { failed: true });
  await other.goto(`${desk}/move/publish`);
  await press(other, "Publish now");
  await isSound(other, "published");
  await other.goto(`${desk}/move/unpublish`);
  await other.getByLabel("Send its readers to").fill("https://evil.example/");
  await other.getByLabel("Reason").fill("A test");
  await press(other, "Take down");
  await isSound(other, "leading readers away from the site", { failed: true });
  await other.context().close();
});

test("an editor reads what changed, comments and decides with nothing but the keyboard", async ({ page, browser }) => {
  test.setTimeout(180_000);
  const { title } = await aSubmission(browser);
  const by = byKeyboard(page);
  await signInAs(page, "Grace Adeyemi");
  await page.goto(`/editor/queue?tab=all&q=${encodeURIComponent(title)}`);
  await by.press(page.getByRole("link", { name: title }).first());
  await page.waitForURL("**/editor/review/*");
  await by.press(page.getByRole("button", { name: "Take it" }));
  await expect(page.getByRole("status").first()).toContainText("It is yours");

  const impact = page.getByRole("region", { name: "The impact", exact: true });
  await by.press(impact.getByRole("link", { name: /Correct/ }));
  await page.waitForURL("**/edit/impact");
  await by.fill(page.locator("#impact"), "Use grew from 0 to 1,140 passengers a night.");
  await by.press(page.getByRole("button", { name: "Save the correction" }).last());
  await page.waitForURL("**/editor/review/*#impact");
  await by.press(page.getByRole("link", { name: "Show what changed since the council sent it" }));
  await expect(page.locator("ins").first()).toBeVisible();

  await by.press(impact.locator("summary"));
  await by.fill(impact.getByLabel("Your comment"), "Who counted them?");
  await by.choose(impact.getByLabel("The council too"));
  await by.press(impact.getByRole("button", { name: "Save the comment" }));
  await expect(impact).toContainText("Who counted them?");

  await by.press(page.getByRole("link", { name: "Ask for changes" }));
  await page.waitForURL("**/requestChanges");
  await by.fill(page.getByLabel("Reason"), "Say who counted the passengers.");
  await by.press(page.getByRole("button", { name: "Ask for changes" }));
  await expect(page.getByRole("status").first()).toContainText("Changes asked for");
});

test("what a screen reader says of the desk: where it stands, what changed, what others said, what can be done", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const { title } = await aSubmission(browser);
  // The reader is put into the page, which its policy would not let anybody else do.
  const context = await browser.newContext({ baseURL: process.env["SITE_ADDRESS"] ?? "", bypassCSP: true });
  const page = await context.newPage();
  await signInAs(page, "Amira Hussain");
  const desk = await openFromQueue(page, title);
  await press(page, "Take it");
  await page.goto(`${desk}/edit/impact`);
  await page.locator("#impact").fill("Use grew from 0 to 1,140 passengers a night.");
  await press(page, "Save the correction");
  const impact = page.getByRole("region", { name: "The impact", exact: true });
  await impact.getByText("Comment").first().click();
  await impact.getByLabel("Your comment").fill("Who counted them?");
  await impact.getByRole("button", { name: "Save the comment" }).click();

  await page.goto(`${desk}?changes=sent`);
  const said = await heard(page);
  const from = (words: string) => said.slice(said.indexOf(words));
  expect(said.slice(0, 8)).toEqual(
    expect.arrayContaining(["main", `heading, ${title}, level 1`, "heading, In review, with you, level 2"]),
  );
  expect(said).toContain("link, Ask for changes");
  expect(said).toContain("heading, What changed since the council sent it, level 2");
  expect(from("deletion").slice(0, 12).join(" ")).toMatch(/removed:.*weekend.*\(end\)/);
  expect(from("insertion").slice(0, 12).join(" ")).toMatch(/added:.*night.*\(end\)/);
  const beside = from("complementary, Beside: The impact");
  expect(beside.slice(0, 12)).toEqual(expect.arrayContaining(["Between editors", "Who counted them?"]));

  await page.goto(`${desk}/move/requestChanges`);
  await press(page, "Ask for changes");
  const refused = await heard(page);
  expect(refused.slice(0, 12).join(" ")).toMatch(/alert .*There is a problem.* link, Write the reason/);
  expect(refused.join(" ")).toMatch(/textbox, Reason, .*Say what has to change and why/);
  expect(refused).toContain("heading, The letter it sends, level 2");
  await context.close();
});
