import { randomUUID } from "node:crypto";
import { firstOf } from "#tests/support/demonstration-addresses.ts";
import { signInAs } from "#tests/support/on-the-desk.ts";
import { expect, test } from "./test.ts";

test("a misspelt word is taken for the one meant, and there is a way back", async ({ page }) => {
  await page.goto("/case-studies?q=libaries");
  const main = page.getByRole("main");
  await expect(main).toContainText("Showing results for libraries. Search for libaries instead.");
  await expect(main.locator("mark").first()).toHaveText(/^librar/i);
  await main.getByRole("link", { name: "libaries" }).click();
  await expect(page).toHaveURL(/\?q=%22libaries%22$/);
  await expect(page.getByRole("status")).toHaveText("Your search returned 0 results");
});

test("a slip in the name of a council that has nothing yet leads to its page", async ({ page }) => {
  await page.goto("/case-studies?q=Ketering");
  await expect(page.getByRole("status")).toHaveText("Your search returned 0 results");
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Kettering/ })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Kettering/);
});

test("the name of a council is never taken for another word", async ({ page }) => {
  await page.goto("/case-studies?q=leeds+libraries");
  await expect(page.getByText("Showing results for")).toHaveCount(0);
});

test("a topic is offered whose name has what is looked for in another form, and none for a word that nearly all texts have", async ({
  page,
}) => {
  await page.goto("/case-studies?q=how+do+we+get+more+people+to+recycle&sort=relevance");
  const offers = page.getByRole("list", { name: "Filters your words name" }).getByRole("link");
  await expect(offers).toHaveText(["All of the topic Waste and recycling"]);
});

test("a topic in the words is offered as a filter with what it would show", async ({ page }) => {
  await page.goto("/case-studies?q=late+libraries");
  const offer = page.getByRole("list", { name: "Filters your words name" }).getByRole("listitem").first();
  const total = /\((\d+) case stud/.exec(await offer.innerText())?.[1];
  await offer.getByRole("link", { name: "Only the topic Libraries" }).click();
  await expect(page).toHaveURL(/\?q=late&topic=libraries$/);
  await expect(page.getByRole("status")).toHaveText(`Your search returned ${total} result${total === "1" ? "" : "s"}`);
});

test("a result shows the sentence that answers, with the words marked", async ({ page }) => {
  await page.goto("/case-studies?q=phishing");
  const passage = page.locator(".passage").first();
  await expect(passage.locator("mark").first()).toHaveText(/^phish/i);
});

test("councils like one are found by its name, with what they share, and the form keeps them", async ({ page }) => {
  await page.goto("/case-studies");
  await page.locator("summary", { hasText: /^Councils like mine$/ }).click();
  await page.getByLabel("Your council").fill("dorset");
  await page.getByRole("button", { name: "Apply filters" }).click();
  await expect(page.getByRole("link", { name: "Councils like Dorset" })).toBeVisible();
  await expect(page.getByText("Most alike")).toBeVisible();
  await expect(page.getByText(/^Alike: .*(unitary|South West|similar size|rural)/).first()).toBeVisible();
  await page.getByRole("button", { name: "Apply filters" }).click();
  await expect(page.getByLabel("Your council")).toHaveValue("Dorset");
});

test("a council there is not is said to be none", async ({ page }) => {
  await page.goto("/case-studies?like=nowhere");
  await expect(page.getByText("We left out a council’s name that we do not know.")).toBeVisible();
});

test("every case study leads on to others like it, the first of another council", async ({ page }) => {
  await page.goto(await firstOf("/case-studies?outcome=mixed"));
  const related = page.getByRole("list", { name: "Related case studies" });
  await expect(related.getByRole("listitem")).not.toHaveCount(0);
  const own = (await page.locator("article .font-bold").first().innerText()).trim();
  await expect(related.locator(".meta b").first()).not.toHaveText(own);
});

test("what a search could become is a page without script", async ({ page }) => {
  await page.goto("/case-studies?q=%22zzzz+qqqq%22+libr");
  await page.getByRole("link", { name: "what your words could become" }).click();
  await page.getByLabel("Search the case studies").fill("libr");
  await page.goto("/suggestions?q=libr");
  await expect(page.getByRole("heading", { name: "Topics" })).toBeVisible();
  await page.getByRole("list").getByRole("link", { name: "Libraries", exact: true }).click();
  await expect(page).toHaveURL(/topic=libraries/);
});

test("an editor sees what was looked for in vain, and one press joins it with words that are there", async ({
  browser,
}) => {
  const page = await browser.newPage();
  // Once it has been joined it has been found, so it is never again what nobody finds.
  const word = `quillwrangling${randomUUID().replace(/\d|-/g, "")}`;
  for (let turn = 0; turn < 2; turn++) await page.goto(`/case-studies?q=${word}`);
  await expect(page.getByRole("status")).toHaveText("Your search returned 0 results");
  await page.goto("/case-studies?q=phishing");
  await page.getByRole("heading", { level: 3 }).first().getByRole("link").click();
  await signInAs(page, "Amira Hussain");
  await expect(async () => {
    await page.goto("/editor/searches?show=none");
    await expect(page.getByRole("link", { name: word })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 10_000 });
  const phishing = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: "phishing", exact: true }) });
  // What was opened is noted some time after what was searched for.
  await expect(async () => {
    await page.goto("/editor/searches");
    await expect(phishing).toContainText(/[1-9]\d* opened/, { timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await page.goto("/editor/searches?show=none");
  await page.getByLabel(`“${word}” means the same as`).fill("libraries");
  await page.getByRole("button", { name: `Join with “${word}”` }).click();
  await expect(page.getByRole("status")).toContainText(`These mean the same now: ${word}, libraries`);
  await page.goto(`/case-studies?q=${word}`);
  await expect(page.getByRole("status")).not.toHaveText("Your search returned 0 results");

  await page.goto(`/editor/synonyms?q=${word}`);
  await page.getByLabel("A new set, separated by commas").fill("alone");
  await page.getByRole("button", { name: "Add a set" }).click();
  await expect(page.getByText("Give two or more words or phrases").last()).toBeVisible();
  await expect(page.getByLabel("A new set, separated by commas")).toHaveValue("alone");
  await page.locator("summary", { hasText: word }).click();
  await page.getByRole("button", { name: /^Remove quillwrangling/ }).click();
  await expect(page.getByRole("status")).toHaveText(/^Removed: quillwrangling/);
  await page.close();
});
