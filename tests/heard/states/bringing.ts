import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { firstOf } from "#tests/support/demonstration-addresses.ts";
import { signInAs } from "#tests/support/on-the-desk.ts";
import { officersFiles } from "#tests/support/word/officers-files.ts";
import { press, type Journey } from "./state.ts";

/** A Word file on its way into a draft. */
export const wordFile: Journey = async function* (page) {
  await page.goto("/submit/word");
  yield "starting from a Word file";
  // Sooner than anybody chooses a file, it would come back.
  await page.waitForTimeout(2100);
  await press(page, "Read the file");
  yield "no Word file, refused";
  const write = officersFiles["everything in one table"];
  if (!write) throw new Error("There is no such file");
  await page
    .getByLabel("Word file")
    .setInputFiles({ name: "case.docx", mimeType: "", buffer: Buffer.from(await write()) });
  await press(page, "Read the file");
  yield "what was read of a Word file";
  await press(page, "Put it into my draft");
  yield "a draft that a Word file filled";
};

/** What an administrator brings in, changes and takes back, and what has become of one case study. */
export const administratorsWork: Journey = async function* (page) {
  await signInAs(page, "Helen Marsh", "/editor/imports");
  await press(page, "Look it through");
  yield "bringing in no file, refused";
  const buffer = await readFile("tests/fixtures/saved-listings/libraries.txt");
  await page.getByLabel("Where the rows come from").fill(`Saved ${randomUUID().slice(0, 8)}`);
  await page.getByLabel("File").setInputFiles({ name: "saved.txt", mimeType: "text/plain", buffer });
  await press(page, "Look it through");
  await settled(page);
  yield "what was found in a file that is brought in";
  await page.goto("/editor/catalogue/topics/change/cohesion?do=up");
  await press(page, "Move it up");
  yield "a change to the catalogue is made";
  await page.getByRole("link", { name: "Undo it" }).click();
  yield "before a change to the catalogue is undone";
  await press(page, "Undo it");
  yield "a change to the catalogue is undone";
  await page.goto("/editor/history?kind=publish");
  await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  yield "the history of a case study";
  await page.goto(await firstOf("/case-studies?outcome=mixed"));
  yield "a case study, to somebody who is signed in";
};

/** A file is looked through by the worker. */
async function settled(page: Page) {
  const button = page.getByRole("button", { name: /^Bring in \d+ rows/ });
  for (let tries = 0; tries < 30 && !(await button.isVisible()); tries++) {
    await page.waitForTimeout(1000);
    await page.reload();
  }
}
