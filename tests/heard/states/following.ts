import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { askContact } from "#tests/support/asked-contact.ts";
import { aSubmission, openFromQueue, signInAs } from "#tests/support/on-the-desk.ts";
import { followLetter } from "#tests/support/submission.ts";
import { press, type Journey } from "./state.ts";

/** What letters lead councils and those they name to: what is asked of them, where it stands, and what is held about them. */
export const councilsLetters: Journey = async function* (page) {
  const { browser, editor, close } = await anEditor(page);
  const { title, to } = await aSubmission(browser, { showEdits: true });
  const expert = `expert-${randomUUID()}@kent.example`;
  await signInAs(editor, "Amira Hussain");
  const desk = await openFromQueue(editor, title);
  await press(editor, "Take it");

  await editor.getByText("Ask somebody outside to check the facts").click();
  await editor.getByLabel("Who knows the facts?").fill("Dr Price");
  await editor.getByLabel("Their e-mail address").fill(expert);
  await press(editor, "Ask them");
  await goTo(page, { to: expert, subject: "facts" });
  yield "asked to check the facts";
  await press(page, "Send your answer");
  yield "answering nothing about the facts, refused";
  await page.getByLabel("The facts are right").check();
  await press(page, "Send your answer");
  yield "the facts are checked";

  await editor.goto(`${desk}/edit/lessons`);
  await editor.locator("#lessons").fill("Tell the drivers first.\n\n- One\n- Two");
  await press(editor, "Save the correction");
  await editor.goto(`${desk}/move/requestChanges`);
  await editor.getByLabel("Reason").fill("Say who counted the passengers.");
  await press(editor, "Ask for changes");
  await goTo(page, { to, subject: "Changes needed" });
  yield "followed by its council, with changes asked for";
  const track = page.url();
  await page.goto(`${track}/edits`);
  yield "what editors corrected";
  await page.goto(`${track}/erase`);
  yield "before everything about its author is deleted";
  await page.goto(track);
  await page.getByRole("link", { name: "Change it and send it again" }).click();
  yield "a task list with changes asked for";
  await page.getByRole("link", { name: "Lessons learned" }).first().click();
  yield "a section that an editor corrected";

  await page.goto("/my-case-studies");
  await page.getByLabel("Work e-mail address").fill(to);
  await press(page, "Send me the link");
  await goTo(page, { to, subject: "The link to your case studies" });
  await page.getByRole("link", { name: "Get a copy of what we hold about you" }).click();
  yield "what is held about somebody";
  await page.getByRole("link", { name: "Delete everything about me" }).click();
  yield "before everything about somebody is deleted";
  await page.goto("/mailbox");
  await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  yield "a letter in the mailbox of the demonstration";
  await close();
};

/** What letters ask of contacts years later, and what readers' letters lead to. */
export const readersLetters: Journey = async function* (page) {
  const { browser, editor, close } = await anEditor(page);
  const { asked } = await askContact(editor, browser, 4);
  await page.goto(asked.url());
  yield "asked whether it is still right";
  await page.getByLabel("Something needs to change").check();
  await press(page, "Send your answer");
  yield "saying that something changes, but not what, refused";
  await page.getByLabel("I am not the person to ask").check();
  await press(page, "Send your answer");
  yield "not the person to ask";

  const reader = `reader-${randomUUID()}@home.example`;
  await page.goto("/alerts/new?topic=buses");
  await page.getByLabel("E-mail address").fill(reader);
  await page.getByLabel("Every day at 7am").check();
  await press(page, "Send me an e-mail to confirm");
  await goTo(page, { to: reader, subject: "Confirm your alert" });
  yield "an alert to be confirmed";
  await press(page, "Confirm");
  yield "an alert that is confirmed";
  await asked.context().close();
  await close();
};

/** Goes where the newest letter to an address leads. */
async function goTo(page: Page, letter: { to: string; subject: string }) {
  const browser = browserOf(page);
  const device = await followLetter(browser, letter);
  await page.goto(device.url());
  await device.context().close();
}

/** An editor at a desk of their own. */
async function anEditor(page: Page) {
  const browser = browserOf(page);
  const context = await browser.newContext({ baseURL: new URL("/", process.env["SITE_ADDRESS"]).href });
  return { browser, editor: await context.newPage(), close: () => context.close() };
}

function browserOf(page: Page): Browser {
  const browser = page.context().browser();
  if (!browser) throw new Error("The page is in no browser");
  return browser;
}
