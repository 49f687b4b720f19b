import { writeFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { readWord } from "#lib/transfer/word/reading/read-word.ts";
import { startDraft } from "#tests/support/submission.ts";
import { byPointer } from "#tests/support/typists.ts";
import { officersFiles } from "#tests/support/word/officers-files.ts";
import { fromWordToPaper } from "#tests/support/word/from-word-to-paper.ts";
import { expect, test } from "./test.ts";

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const fileOf = async (name: string) => ({
  name: "case study.docx",
  mimeType: docx,
  buffer: Buffer.from(await officersFiles[name]!()),
});

test("a case study begins with a Word file: what was read is chosen, and nothing is lost", async ({ page }, info) => {
  await page.goto("/submit");
  await page.getByRole("link", { name: "start from a Word file" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Start from a Word file");
  await page.waitForTimeout(2100);
  await page.getByLabel("Word file").setInputFiles({ name: "x.docx", mimeType: docx, buffer: Buffer.from("%PDF-1.7") });
  await page.getByRole("button", { name: "Read the file" }).click();
  await expect(page.getByRole("alert")).toContainText("That is a PDF.");

  await page.getByLabel("Word file").setInputFiles(await fileOf("the headings of the older form"));
  await page.getByRole("button", { name: "Read the file" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What was read");
  await expect(page.getByText("Use grew to 1,140.")).toBeVisible();
  await expect(page.getByLabel("Not understood, under “Risk register”")).toHaveValue("Not for publication.");
  await expect(page.getByText("Move what you did to its own question.")).toBeVisible();
  // Where the form is empty there is nothing to keep, and what is not understood comes before the button.
  await expect(page.getByLabel("Keep what is in the form")).toHaveCount(0);
  expect(await page.getByLabel("Take this").count()).toBeGreaterThan(5);
  const places = page.locator("h2#elsewhere, main button[type=submit]");
  await expect(places).toHaveText(["Not understood", "Put it into my draft"]);
  if (process.env["SHOTS"]) {
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${process.env["SHOTS"]}/review-${width}.png`, fullPage: true });
    }
  }
  await page.getByRole("group", { name: "Lessons learned" }).getByLabel("Take this").uncheck();
  const review = page.url();
  await page.getByRole("button", { name: "Put it into my draft" }).click();
  await expect(page.getByText("Your draft was filled from the Word file")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Night buses for the harbour");
  await page.getByRole("link", { name: "Say what you learned" }).click();
  await expect(page).toHaveURL(/\/lessons\?check#lessons$/);

  // The page of choices again, from the draft as it is now: nothing is taken unasked.
  await page.goto(review);
  await expect(page.getByText("Your draft has changed since the file was read")).toBeVisible();
  await expect(page.getByText("The file says the same as the form.").first()).toBeVisible();

  const draft = review.replace(/\/word\/.*/, "");
  const bytes = await (await page.request.get(`${draft}/case-study.docx`)).body();
  writeFileSync(info.outputPath("draft.docx"), bytes);
  const read = await readWord(bytes, getTemplate("case-study-1"));
  expect(read.ok && read.value.exact).toMatchObject({
    title: "Night buses for the harbour",
    impact: "Use grew to 1,140.",
  });
});

test("a file for a draft that says something else leaves the form's own words unless they are chosen", async ({
  page,
}) => {
  await page.goto("/submit/word");
  await page.waitForTimeout(2100);
  await page.getByLabel("Word file").setInputFiles(await fileOf("headings that are only bold"));
  await page.getByRole("button", { name: "Read the file" }).click();
  await page.getByRole("button", { name: "Put it into my draft" }).click();
  await page.getByRole("link", { name: "Fill it from a Word file" }).click();
  await page.getByLabel("Word file").setInputFiles(await fileOf("pictures, links and bullets by hand"));
  await page.getByRole("button", { name: "Read the file" }).click();
  const solution = page.getByRole("group", { name: "The solution" });
  await expect(solution.getByLabel("Keep what is in the form")).toBeChecked();
  await expect(page.getByLabel(/Take “A red bus”/)).toBeChecked();
  const picture = page.locator("main img").first();
  await picture.scrollIntoViewIfNeeded();
  await expect(picture).not.toHaveJSProperty("naturalWidth", 0);
  const seen = await page.request.get((await picture.getAttribute("src")) ?? "");
  expect(seen.headers()).toMatchObject({ "cache-control": "private, no-store", "x-content-type-options": "nosniff" });
  await solution.getByLabel("Take what was read").check();
  const review = page.url();
  await page.getByRole("button", { name: "Put it into my draft" }).click();
  await expect(page.getByText(/Put into: The solution, Links and documents and Images/)).toBeVisible();
  const draft = new URL(page.url()).pathname;
  const read = await readWord(
    await (await page.request.get(`${draft}/case-study.docx`)).body(),
    getTemplate("case-study-1"),
  );
  expect(read.ok && read.value.exact["images"]).toMatchObject([{ alt: "A red bus" }]);
  await page.goto(review);
  await expect(page.getByText("“A red bus” is in the form already.")).toBeVisible();
  await expect(page.getByLabel(/Take “A red bus”/)).toHaveCount(0);
});

test("whoever starts from Word with a draft in progress is told, and led to fill that one", async ({ page }) => {
  const notice = page.getByText("A draft is in progress in this browser");
  await page.goto("/submit/word");
  await expect(notice).toHaveCount(0);
  await startDraft(page, byPointer, "Night buses begun");
  const draft = new URL(page.url()).pathname.replace("/email", "");
  const answer = await page.goto("/submit/word");
  expect(answer?.headers()["cache-control"]).toBe("private, no-store");
  await expect(notice).toBeVisible();
  await page.getByRole("link", { name: "fill that draft from a Word file" }).click();
  await expect(page).toHaveURL(`${draft}/word`);
  await expect(page.getByText("Night buses begun")).toBeVisible();
});

test("a template that nobody has filled in is said to have no answers yet, and nothing else", async ({ page }) => {
  const buffer = await (await page.request.get("/submit/template.docx")).body();
  await page.goto("/submit/word");
  await page.waitForTimeout(2100);
  await page.getByLabel("Word file").setInputFiles({ name: "template.docx", mimeType: docx, buffer });
  await page.getByRole("button", { name: "Read the file" }).click();
  await expect(page.getByText("It has no answers yet.")).toBeVisible();
  await expect(page.getByText("Not understood")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Put it into my draft" })).toHaveCount(0);
});

test("the page on privacy says what is kept of a Word file, and for how long", async ({ page }) => {
  await page.goto("/privacy");
  await expect(page.getByText(/^14 days after you uploaded it/)).toBeVisible();
});

test("the template and a published case study are Word files", async ({ page }) => {
  const template = await page.request.get("/submit/template.docx");
  expect(template.headers()["content-type"]).toBe(docx);
  expect(Object.keys(unzipSync(await template.body()))).toContain("word/document.xml");
  await page.goto("/case-studies?sort=title");
  const [href] = await page
    .locator("main h2 a, main h3 a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const answer = await page.request.get(`${href}.docx`);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-disposition"]).toContain(".docx");
  expect((await page.request.get("/case-studies/no-such-case-study.docx")).status()).toBe(404);
});

test("from a filled-in Word file to a printed paper by keyboard, without script", async ({ page }) => {
  test.setTimeout(180_000);
  const paper = (await fromWordToPaper(page)).toString("latin1");
  expect(paper).toContain("/StructTreeRoot");
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
});
