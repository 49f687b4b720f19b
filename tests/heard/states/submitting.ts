import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { aPhoto } from "#tests/support/files/pictures.ts";
import { aPdf } from "#tests/support/files/pdfs.ts";
import { answerEverything, followLetter, send, startDraft } from "#tests/support/submission.ts";
import { byPointer } from "#tests/support/typists.ts";
import { press, type Journey } from "./state.ts";

const sections = [
  ...["about", "facts", "challenge", "solution", "impact", "sustained"],
  ...["lessons", "links", "images", "contact"],
];
const draftOf = (page: Page) => new URL(page.url()).pathname.split("/").slice(0, 3).join("/");

/** A draft with nothing in it, with all that can be wrong said, and with what does not fit. */
export const emptyDraft: Journey = async function* (page) {
  await page.goto("/submit/continue");
  yield "no draft in this browser";
  await press(page, "Start");
  yield "starting with nothing, refused";
  await startDraft(page, byPointer, "A draft to look at");
  const draft = draftOf(page);
  await page.getByLabel("Work e-mail address").fill("not an address");
  await press(page, "Send me the link");
  yield "an address that is none, refused";
  await page.goto(draft);
  yield "a task list with nothing done";
  for (const section of sections) {
    await page.goto(`${draft}/${section}`);
    yield `${section}, empty`;
  }
  for (const section of ["about", "facts", "challenge", "contact"]) {
    await page.goto(`${draft}/${section}?check`);
    yield `${section}, with what is missing`;
  }
  await page.goto(`${draft}/check`);
  yield "the check, empty";
  await press(page, "Send to the editors");
  yield "the check, refused";
  await page.goto(`${draft}/links`);
  await page.locator("[id='links.0.url']").fill("javascript:alert(1)");
  await press(page, "Save and continue");
  yield "a link that is none, refused";
  await page.goto(`${draft}/impact`);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await page.locator("#impact").fill("## Heading\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |");
  await press(page, "Save and preview");
  yield "a preview of formatted text";
  await other.locator("#impact").fill("Another text.");
  await other.getByRole("button", { name: "Save and leave" }).click();
  const changed = other.url();
  await other.close();
  await page.goto(changed);
  yield "a text that was changed elsewhere";
  await page.goto(`${draft}/word`);
  yield "a Word file for a draft";
  await page.goto(`${draft}/erase`);
  yield "before a draft is deleted";
  await press(page, /Delete/);
  yield "a draft is deleted";
};

/** A draft that is filled in, sent, confirmed and followed. */
export const fullDraft: Journey = async function* (page) {
  const browser = page.context().browser();
  if (!browser) throw new Error("The page is in no browser");
  const to = `heard-${randomUUID()}@thanet.example`;
  await startDraft(page, byPointer);
  yield "asked where to send the link";
  await page.getByLabel("Work e-mail address").fill(to);
  await press(page, "Send me the link");
  await answerEverything(page, byPointer);
  yield "a task list with everything done";
  const draft = draftOf(page);
  await addFiles(page, draft);
  for (const section of ["about", "facts", "impact", "links", "images", "contact"]) {
    await page.goto(`${draft}/${section}`);
    yield `${section}, filled`;
  }
  await page.goto(`${draft}/preview`);
  yield "the preview, filled";
  await page.goto(`${draft}/check`);
  yield "the check, filled";
  await page.goto(draft);
  await send(page, byPointer);
  yield "sent, to be confirmed";
  await page.goto(draft);
  yield "a draft that is sent";
  const device = await followLetter(browser, { to, subject: "Confirm your e-mail address" });
  await page.goto(device.url());
  yield "the confirmation";
  await press(page, "Confirm and send");
  yield "confirmed, with an editor to come";
  await page.goto(device.url());
  yield "a confirmation that is spent";
  await device.context().close();
  await page.goto("/my-case-studies");
  await press(page, "Send me the link");
  yield "asking for one's own list, refused";
  await page.getByLabel("Work e-mail address").fill(to);
  await press(page, "Send me the link");
  yield "asked for one's own list";
  const mine = await followLetter(browser, { to, subject: "The link to your case studies" });
  await page.goto(mine.url());
  await mine.context().close();
  yield "one's own list";
};

async function addFiles(page: Page, draft: string) {
  await page.goto(`${draft}/images`);
  const photo = { name: "bus.jpg", mimeType: "image/jpeg", buffer: await aPhoto(1000, 600) };
  await page.getByLabel("Image", { exact: true }).setInputFiles(photo);
  await page.getByRole("group", { name: "Add an image" }).getByLabel("What it shows").fill("A bus at dusk");
  await press(page, "Add the image");
  await page.getByRole("listitem").filter({ hasText: "bus.jpg" }).waitFor();
  await page.goto(`${draft}/links`);
  const pdf = { name: "plan.pdf", mimeType: "application/pdf", buffer: aPdf() };
  await page.getByLabel("Document", { exact: true }).setInputFiles(pdf);
  await press(page, "Add the document");
  await page.getByRole("listitem").filter({ hasText: "plan.pdf" }).waitFor();
}
