import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { violationsInBothSchemes } from "#tests/support/axe.ts";
import { aPdf } from "#tests/support/files/pdfs.ts";
import { aPhoto } from "#tests/support/files/pictures.ts";
import { overflowing } from "#tests/support/small-screen.ts";
import { byKeyboard, type Attached } from "#tests/support/typists.ts";

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Our template, filled in and saved by a program that is not ours. */
const filled: Attached = {
  name: "Weekend buses.docx",
  mimeType: docx,
  buffer: readFileSync(join("tests/fixtures/word", "changed-and-saved-in-libreoffice.docx")),
};

/**
 * From the guidance by way of a filled-in Word file, a picture and a document to the printed paper, with nothing but the keyboard.
 * Every page on the way is looked through by axe and on a phone.
 *
 * @returns the paper as a PDF
 */
export async function fromWordToPaper(page: Page): Promise<Buffer> {
  const by = byKeyboard(page);
  const main = page.getByRole("main");
  const button = (name: string) => main.getByRole("button", { name, exact: true });
  const link = (name: string) => main.getByRole("link", { name, exact: true });

  await page.goto("/submit");
  await look(page);
  await by.press(link("start from a Word file"));
  await page.waitForURL("**/submit/word");
  // Nobody fills a form in as fast as this does, and the site sends back what comes sooner.
  await page.waitForTimeout(2100);
  await by.attach(page.getByLabel("Word file"), filled);
  await look(page);
  await by.press(button("Read the file"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What was read", { timeout: 20_000 });
  for (const text of ["19:45", "1,200", "Ask the drivers.", "Evaluation is not in the Word file. Add it again."])
    await expect(main.getByText(text).first()).toBeVisible();
  await look(page);
  await by.press(button("Put it into my draft"));
  await expect(page.getByText("Your draft was filled from the Word file")).toBeVisible({ timeout: 20_000 });
  await look(page);

  await by.press(link("Images"));
  await page.waitForURL("**/images");
  const photo = { name: "bus.jpg", mimeType: "image/jpeg", buffer: await aPhoto(1200, 800) };
  await by.attach(page.getByLabel("Image", { exact: true }), photo);
  const adding = page.getByRole("group", { name: "Add an image" });
  await by.fill(adding.getByLabel("What it shows"), "A red bus at the harbour");
  await by.press(button("Add the image"));
  const row = page.getByRole("listitem").filter({ hasText: "bus.jpg" });
  await expect(row.getByLabel("What it shows")).toHaveValue("A red bus at the harbour", { timeout: 20_000 });
  await look(page);
  await by.press(button("Save and continue"));
  await page.waitForURL("**/contact");

  await page.goto(page.url().replace(/contact$/, "links"));
  const pdf = { name: "evaluation.pdf", mimeType: "application/pdf", buffer: aPdf() };
  await by.attach(page.getByLabel("Document", { exact: true }), pdf);
  await by.press(button("Add the document"));
  await expect(page.getByRole("listitem").filter({ hasText: "evaluation.pdf" })).toHaveCount(1, { timeout: 20_000 });
  await look(page);
  await by.press(button("Save and continue"));
  await page.waitForURL("**/images");

  await page.goto(page.url().replace(/\/images$/, ""));
  await by.press(link("Preview"));
  await page.waitForURL("**/preview");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Weekend buses shared by three harbour towns");
  // One came with the Word file, with its words.
  await expect(page.getByRole("img", { name: "A red bus at the harbour at night" })).toHaveCount(1);
  const picture = page.getByRole("img", { name: "A red bus at the harbour", exact: true });
  await picture.scrollIntoViewIfNeeded();
  await expect(picture).toHaveJSProperty("complete", true);
  expect(await picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  await expect(main.getByRole("link", { name: /evaluation/ })).toBeVisible();
  await look(page);
  await page.emulateMedia({ media: "print" });
  await expect(link("Back")).toBeHidden();
  await page.emulateMedia({ media: null });
  const paper = await page.pdf({ preferCSSPageSize: true, tagged: true });
  if (process.env["SHOTS"]) writeFileSync(join(process.env["SHOTS"], "paper.pdf"), paper);
  return paper;
}

async function look(page: Page): Promise<void> {
  // What looks through a page is script, and a page is the same without.
  if (await page.evaluate(() => matchMedia("(scripting: enabled)").matches))
    expect(await violationsInBothSchemes(page)).toEqual([]);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await overflowing(page)).toEqual([]);
  if (size) await page.setViewportSize(size);
}
