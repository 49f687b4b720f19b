import { signInAs } from "#tests/support/on-the-desk.ts";
import { expect, test } from "./test.ts";

const path = "/editor/synonyms";

test("a set is one line that unfolds, is found by a word, and keeps what was typed in it beside what is wrong", async ({
  page,
}) => {
  await signInAs(page, "Amira Hussain", path);
  // With as many as the page shows it is still no heavier than any other.
  for (let extra = 0; extra < 5; extra++) {
    await page.getByLabel("A new set, separated by commas").fill(`zzz${extra}, accident and emergency zzz${extra}`);
    await page.getByRole("button", { name: "Add a set" }).click();
    await expect(page.getByRole("status")).toContainText(`zzz${extra},`);
  }
  expect(Buffer.byteLength((await (await page.goto(path))?.text()) ?? "")).toBeLessThan(40_000);
  await expect(page.getByText("These are the first 30. Find a word to see others.")).toBeVisible();
  const lines = page.getByRole("list", { name: /^\d+ (of \d+ )?sets?$/ }).getByRole("listitem");
  const all = await lines.count();
  expect(all).toBeGreaterThan(10);
  await expect(page.getByRole("button", { name: /^Save / })).toHaveCount(0);
  expect((await lines.first().boundingBox())?.height).toBeLessThan(80);

  await page.getByLabel("Find a word").fill("Refuse");
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await expect(page).toHaveURL(`${path}?q=Refuse`);
  await expect(lines).toHaveCount(1);
  await lines.locator("summary").click();
  const box = page.getByLabel("The set of “bins”, separated by commas");
  await box.fill("<b>bins</b>, refuse");
  await page.getByRole("button", { name: /^Save / }).click();
  await expect(page.getByRole("alert")).toContainText("The set of “bins”: A word needs letters");
  await expect(box).toHaveValue("<b>bins</b>, refuse");
  await expect(lines).toHaveCount(1);
  await page.getByRole("link", { name: "Show every set" }).click();
  await expect(lines).toHaveCount(all);
  for (let extra = 0; extra < 5; extra++) {
    await page.goto(`${path}?q=zzz${extra}`);
    await lines.locator("summary").click();
    await page.getByRole("button", { name: /^Remove / }).click();
    await expect(page.getByRole("status")).toHaveText(/^Removed: zzz/);
  }
});

test("of two editors who change a set at once, the second reads what it is now and loses nothing", async ({ page }) => {
  await signInAs(page, "Amira Hussain", path);
  await page.getByLabel("A new set, separated by commas").fill("wheelbarrowing, barrowing");
  await page.getByRole("button", { name: "Add a set" }).click();
  const other = await page.context().newPage();
  for (const one of [page, other]) {
    await one.goto(`${path}?q=barrowing`);
    await one.locator("summary", { hasText: "wheelbarrowing" }).click();
  }
  const boxOf = (one: typeof page) => one.getByLabel("The set of “wheelbarrowing”, separated by commas");
  await boxOf(other).fill("wheelbarrowing, carting");
  await other.getByRole("button", { name: /^Save / }).click();
  await expect(other.getByRole("status")).toHaveText("These mean the same now: wheelbarrowing, carting.");

  await boxOf(page).fill("wheelbarrowing, pushing");
  await page.getByRole("button", { name: /^Save / }).click();
  await expect(page.getByRole("alert")).toContainText(
    "Somebody has changed this set meanwhile: it is now wheelbarrowing, carting.",
  );
  await expect(boxOf(page)).toHaveValue("wheelbarrowing, pushing");
  await page.getByRole("button", { name: /^Save / }).click();
  await expect(page.getByRole("status")).toHaveText("These mean the same now: wheelbarrowing, pushing.");

  await page.goto(`${path}?q=pushing`);
  await page.locator("summary", { hasText: "pushing" }).click();
  await page.getByRole("button", { name: /^Remove / }).click();
  await expect(page.getByRole("status")).toHaveText(/^Removed: /);
});
