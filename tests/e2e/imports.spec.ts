import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { signInAs } from "#tests/support/on-the-desk.ts";
import { overflowing } from "#tests/support/small-screen.ts";
import { aRow, aTable } from "#tests/support/imports/tables.ts";
import { expect, test } from "./test.ts";

const path = "/editor/imports";

/** Chooses a file and waits until the worker has looked it through. */
async function bring(page: Page, name: string, text: string, source: string) {
  await page.getByLabel("File").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByLabel("Where the rows come from").fill(source);
  await page.getByRole("button", { name: "Look it through" }).click();
  await until(page, /^(Looked through|Not brought in)/);
}

async function until(page: Page, said: RegExp) {
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("status").first()).toHaveText(said, { timeout: 1000 });
  }).toPass({ timeout: 30_000 });
}

test("an editor brings a file, reads what is wrong with it, brings in the rest and finishes a draft", async ({
  page,
}) => {
  await signInAs(page, "Amira Hussain", path);
  await expect(page.getByText("Published at once")).toHaveCount(0);
  await page.getByLabel("Where the rows come from").fill("Typed and kept");
  await page.getByRole("button", { name: "Look it through" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Choose a file");
  await expect(page.getByLabel("Where the rows come from")).toHaveValue("Typed and kept");

  const source = `Old directory ${randomUUID().slice(0, 8)}`;
  const rows = [aRow(1, { title: `Brought in ${source}` }), aRow(2, { council: "Nowhere" })];
  await bring(page, "cases.csv", aTable(rows), source);
  await expect(page.getByText("council: “Nowhere”. Choose one council")).toBeVisible();
  await page.getByRole("link", { name: "Wrong 1" }).click();
  await expect(page.getByText("How case study 2 came about")).toBeVisible();
  await expect(page.getByText(`Brought in ${source}`)).toHaveCount(0);
  await page.getByRole("button", { name: "Bring in 1 row" }).click();
  await until(page, /^Brought in/);
  await page.getByRole("button", { name: "Finish the draft" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(page.url()).toMatch(/\/submit\/[\w-]{43}$/);

  await page.goto(path);
  await bring(page, "cases.csv", aTable(rows.slice(0, 1)), source);
  await expect(page.getByRole("link", { name: "Unchanged 1" })).toBeVisible();
  await expect(page.getByText("There is nothing in it to bring in.")).toBeVisible();
});

test("an administrator publishes at once, for a reason that stands in the history", async ({ page }) => {
  await signInAs(page, "Helen Marsh", path);
  const source = `Published ${randomUUID().slice(0, 8)}`;
  await page.getByText("Published at once, marked for a second look").click();
  await page
    .getByLabel("File")
    .setInputFiles({ name: "cases.csv", mimeType: "text/csv", buffer: Buffer.from("title") });
  await page.getByLabel("Where the rows come from").fill(source);
  await page.getByRole("button", { name: "Look it through" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Enter why they are published at once");
  await expect(page.getByLabel("Published at once, marked for a second look")).toBeChecked();

  await page.getByLabel("Why they are published at once").fill("Read in the old directory.");
  await bring(
    page,
    "cases.csv",
    aTable([aRow(1, { title: source, topics: "Regulatory services", supportTypes: "", partners: "" })]),
    source,
  );
  await expect(page.getByText("“Read in the old directory.”")).toBeVisible();
  await page.getByRole("button", { name: "Bring in 1 row" }).click();
  await until(page, /^Brought in/);
  await page.getByRole("link", { name: source }).click();
  await expect(page.getByRole("heading", { level: 1, name: source })).toBeVisible();
});

test("the report of a saved list says what is left to do, and both pages fit a small screen", async ({ page }) => {
  await signInAs(page, "Tom Prentice", path);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.getByText("Which columns a file may have").click();
  expect(await overflowing(page)).toEqual([]);
  const text = await readFile("tests/fixtures/saved-listings/libraries.txt", "utf8");
  await bring(page, "saved.txt", text, `Saved ${randomUUID().slice(0, 8)}`);
  await expect(page.getByText("It names no council in the list.").first()).toBeVisible();
  expect(await overflowing(page)).toEqual([]);
  await page.goto(path);
  await bring(page, "workbook.xlsx", "PK\x03\x04", "A workbook");
  await expect(page.getByText("Save its sheet as “CSV UTF-8”")).toBeVisible();
});

test("what waits can be taken into a spreadsheet", async ({ page }) => {
  await signInAs(page, "Amira Hussain");
  await page.goto("/editor/queue?tab=all");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download these as CSV" }).click(),
  ]);
  const table = await readFile((await download.path())!, "utf8");
  expect(table).toMatch(/^\uFEFFReference,Title,Council,State/);
  expect(table).not.toMatch(/@[\w-]+\.example/);
});
