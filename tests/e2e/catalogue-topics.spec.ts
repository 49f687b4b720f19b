import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { signInAs } from "#tests/support/on-the-desk.ts";
import { expect, test } from "./test.ts";

const topics = "/editor/catalogue/topics";

/** Letters only, as a name of its own for each test. */
const fresh = (word: string) => `${word} ${randomUUID().slice(0, 8)}`;
const slugFor = (name: string) => name.toLowerCase().replaceAll(" ", "-");

async function add(page: Page, name: string) {
  await page.goto(`${topics}/add?${new URLSearchParams({ name })}`);
  await expect(page.getByText(`/topics/${slugFor(name)} is a page.`)).toBeVisible();
  await page.getByRole("button", { name: `Add “${name}”` }).click();
  await expect(page.getByRole("status")).toContainText(`Added the topic “${name}”.`);
}

/** Leaves no topic behind that a reader or a form would meet. */
async function retire(page: Page, name: string) {
  await page.goto(`${topics}/change/${slugFor(name)}?do=retire`);
  await page.getByRole("button", { name: "Retire it" }).click();
  await expect(page.getByRole("status")).toContainText("Retired");
}

test("what is wrong with a name is said beside it, and what was typed stays", async ({ page }) => {
  await signInAs(page, "Amira Hussain", topics);
  await page.locator("summary", { hasText: "Add a topic" }).click();
  await page.getByLabel("Name of the new topic").fill("LIBRARIES!");
  await page.getByLabel("Where it lies").selectOption({ label: "Transport" });
  await page.getByRole("button", { name: "See what it adds" }).click();
  await expect(page.getByRole("alert")).toContainText("“Libraries” has this name already");
  await expect(page.getByLabel("Name of the new topic")).toHaveValue("LIBRARIES!");
  await expect(page.getByLabel("Where it lies")).toHaveValue("transport");
  await expect(page).toHaveTitle(/^Error: Add a topic/);

  await page.goto(`${topics}/change/transport?do=merge&into=libraries`);
  await expect(page.getByRole("alert")).toContainText("there are two levels only. Move what lies within it first");
  await expect(page.getByLabel("The topic that stands for both")).toHaveValue("libraries");
});

test("retag, merge and undo: readers, feeds and programs follow at once", async ({ page, request }) => {
  await signInAs(page, "Amira Hussain", "/editor/catalogue");
  const [one, other] = [fresh("Allotments"), fresh("Gardens")];
  await add(page, one);
  await add(page, other);

  // By keyboard: the newer of the two goes before the older.
  await page.getByRole("button", { name: new RegExp(`^Up ?: ${other}`) }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText(`Moved the topic “${other}” up one place.`);

  await page.goto("/editor/catalogue/retag");
  await page.getByText("Or take the list from an address").click();
  await page.getByLabel("Address of a list").fill("/topics/flooding");
  await page.getByRole("button", { name: "Show this list" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter the address of a list of this site");
  await expect(page.getByLabel("Address of a list")).toHaveValue("/topics/flooding");
  await page.getByLabel("Address of a list").fill("https://casebook.example/case-studies?topic=flooding&sort=title");
  await page.getByRole("button", { name: "Show this list" }).click();
  await page.getByLabel("Only those that are ticked").check();
  await page.getByRole("button", { name: "See what it changes" }).click();
  await expect(page.getByRole("alert")).toContainText("Tick the case studies to retag");
  await expect(page.getByRole("alert")).toContainText("Tick what to add or what to take away");
  await page.getByLabel("All 8 of the list").check();
  await page.locator("summary", { hasText: "Add topics" }).click();
  await page.getByRole("group", { name: "Add topics" }).getByLabel(one).check();
  await page.getByRole("button", { name: "See what it changes" }).click();
  const button = page.getByRole("button", { name: /^Retag \d+ case stud/ });
  const count = Number(/\d+/.exec((await button.textContent()) ?? "")?.[0]);
  expect(count).toBeGreaterThan(0);
  await button.click();
  await expect(page.getByRole("status")).toContainText(/case stud(y was|ies were) retagged/);
  await page.goto(`/topics/${slugFor(one)}`);
  await expect(page.getByText(new RegExp(`^${count} case stud`)).first()).toBeVisible();

  await page.goto(`${topics}/change/${slugFor(one)}`);
  await page.getByLabel("The topic that stands for both").selectOption({ label: other });
  await page.getByRole("button", { name: "See what merging changes" }).click();
  const row = page.getByRole("row", { name: other });
  await expect(row).toContainText(`0${count}`);
  await expect(page.getByText(`/topics/${slugFor(one)} leads to /topics/${slugFor(other)}.`)).toBeVisible();
  await page.getByRole("button", { name: "Merge them" }).click();
  await expect(page.getByRole("status")).toContainText(`Merged the topic “${one}” into “${other}”.`);

  const list = await page.context().newPage();
  await list.goto(`/case-studies?topic=${slugFor(one)}&sort=title`);
  expect(new URL(list.url()).search).toBe(`?topic=${slugFor(other)}&sort=title`);
  await expect(list.getByText(new RegExp(`^Your search returned ${count} result`))).toBeVisible();
  await list.goto(`/topics/${slugFor(one)}`);
  expect(new URL(list.url()).pathname).toBe(`/topics/${slugFor(other)}`);
  for (const path of ["/topics/", "/case-studies?topic=", "/case-studies.atom?topic=", "/api/v1/case-studies?topic="]) {
    const answer = await request.get(`${path}${slugFor(one)}`, { maxRedirects: 0 });
    expect([path, answer.status()]).toEqual([path, 301]);
    expect(answer.headers()["location"]).toContain(slugFor(other));
  }

  await page.getByRole("link", { name: "Undo it" }).click();
  await expect(page.getByText(`Merged the topic “${one}” into “${other}”`)).toBeVisible();
  await page.getByRole("button", { name: "Undo it" }).click();
  await expect(page.getByRole("status")).toContainText("Undone: Merged the topic");
  await list.goto(`/case-studies?topic=${slugFor(one)}`);
  expect(new URL(list.url()).search).toBe(`?topic=${slugFor(one)}`);

  await page.getByRole("link", { name: new RegExp(`^Undo ?: Retagged \\d+ .*added ${one}`) }).click();
  await page.getByRole("button", { name: "Undo it" }).click();
  await expect(page.getByRole("status")).toContainText("Undone: Retagged");
  await page.getByRole("link", { name: new RegExp(`^Undo ?: Added the topic “${one}”`) }).click();
  await expect(
    page.getByText("It cannot be undone: case studies, drafts or their histories name what was added."),
  ).toBeVisible();
  await retire(page, one);
  await retire(page, other);
});

test("of two editors who change one topic, the second is shown what it comes to now", async ({ page, browser }) => {
  await signInAs(page, "Amira Hussain", "/editor/catalogue");
  const [name, later, latest] = [fresh("Canals"), fresh("Rivers"), fresh("Lakes")];
  await add(page, name);
  const address = (to: string) =>
    `${topics}/change/${slugFor(name)}?${new URLSearchParams({ do: "rename", name: to })}`;
  const context = await browser.newContext({ baseURL: process.env["SITE_ADDRESS"] ?? "", javaScriptEnabled: false });
  const other = await context.newPage();
  await signInAs(other, "Tom Prentice", "/editor/catalogue");
  await other.goto(address(later));
  await page.goto(address(latest));
  await page.getByRole("button", { name: "Rename it" }).click();
  await expect(page.getByRole("status")).toContainText(`to “${latest}”`);
  await other.getByRole("button", { name: "Rename it" }).click();
  await expect(other.getByRole("alert")).toContainText("What this changes is not what it was when you looked");
  await other.getByRole("button", { name: "Rename it" }).click();
  await expect(other.getByRole("status")).toContainText(`Renamed the topic “${latest}” to “${later}”.`);
  for (const slug of [name, latest].map(slugFor)) {
    await other.goto(`/topics/${slug}`);
    expect(new URL(other.url()).pathname).toBe(`/topics/${slugFor(later)}`);
  }
  await context.close();
  await retire(page, name);
});
