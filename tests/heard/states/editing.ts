import { randomUUID } from "node:crypto";
import { editorsAddresses } from "#tests/support/editors-addresses.ts";
import { aSubmission, openFromQueue, signInAs } from "#tests/support/on-the-desk.ts";
import { press, type Journey } from "./state.ts";

/** The editors' lists, and what an administrator has besides. */
export const editorsLists: Journey = async function* (page) {
  await signInAs(page, "Helen Marsh");
  for (const path of editorsAddresses) {
    await page.goto(path);
    yield path;
  }
  await page.goto("/editor/catalogue/collections");
  await press(page, "Add the collection");
  yield "a collection without a name, refused";
};

/** One case study on the desk: in every step of a review, refused, decided, and decided by somebody else meanwhile. */
export const desk: Journey = async function* (page) {
  const browser = page.context().browser();
  if (!browser) throw new Error("The page is in no browser");
  const { title } = await aSubmission(browser);
  await signInAs(page, "Amira Hussain");
  const path = await openFromQueue(page, title);
  yield "a desk, not taken";
  await press(page, "Take it");
  yield "a desk, taken";
  for (const move of ["accept", "requestChanges", "handOver", "decline"]) {
    await page.goto(`${path}/move/${move}`);
    yield `before: ${move}`;
  }
  await press(page, "Decline");
  yield "declining without a reason, refused";
  await page.goto(`${path}/move/publish`);
  yield "a move that cannot be made now";
  await page.goto(`${path}/edit/lessons`);
  yield "correcting a section";
  await page.locator("#lessons").fill("x".repeat(10_001));
  await press(page, "Save the correction");
  yield "a correction that does not fit, refused";
  await page.locator("#lessons").fill(`Tell the drivers **first**. ${randomUUID()}`);
  await press(page, "Save the correction");
  await page.goto(`${path}?changes=sent`);
  yield "what changed";
  await page.goto(`${path}/preview`);
  yield "as readers will see it";
  await page.goto(`${path}/move/requestChanges`);
  const other = await (await browser.newContext({ baseURL: new URL(page.url()).origin })).newPage();
  await signInAs(other, "Tom Prentice");
  await other.goto(`${path}/move/accept`);
  await press(other, "Accept");
  await page.getByLabel("Reason").fill("Somebody else was quicker.");
  await press(page, "Ask for changes");
  yield "decided by somebody else meanwhile";
  await page.goto(path);
  yield "a desk, accepted";
  for (const move of ["schedule", "reopen"]) {
    await other.goto(`${path}/move/${move}`);
    await page.goto(`${path}/move/${move}`);
    yield `before: ${move}`;
  }
  await other.context().close();
};
