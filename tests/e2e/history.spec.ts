import { parse } from "csv-parse/sync";
import type { Page } from "@playwright/test";
import { complaintsAbout } from "#tests/support/markup.ts";
import { expect, test } from "./test.ts";

async function signInTo(page: Page, path: string) {
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`);
  await page.getByRole("button", { name: "Grace Adeyemi" }).click();
  await page.waitForURL(`**${path}`);
}

const events = (page: Page) => page.getByRole("main").getByRole("list").last().getByRole("listitem");

test("an editor finds what was declined and why, and takes it away as a file without e-mail addresses", async ({
  page,
}) => {
  await signInTo(page, "/editor/history");
  await page.locator("summary", { hasText: "Kinds of event" }).click();
  await page
    .locator("label")
    .filter({ hasText: /^Declined/ })
    .click();
  await page.getByLabel("Words in the title or the reason, or a reference number").fill("work that has not begun");
  await page.getByRole("button", { name: "Apply filters" }).click();
  await expect(page).toHaveURL(/kind=decline/);
  await expect(page.getByRole("status")).toHaveText("1 event");
  await expect(events(page)).toContainText("Send it again when there is something to report");

  const address = await page.getByRole("link", { name: "Download these as CSV" }).getAttribute("href");
  const file = await page.request.get(address ?? "");
  expect(file.headers()["content-type"]).toBe("text/csv; charset=utf-8");
  const rows: Record<string, string>[] = parse(await file.text(), { bom: true, columns: true });
  expect(rows).toEqual([expect.objectContaining({ Event: "Declined", "State after": "Declined" })]);
  const everything = await (await page.request.get("/editor/history/csv")).text();
  expect(everything.split("\r\n").length).toBeGreaterThan(3000);
  expect(everything).not.toContain("@");
});

test("what cannot be used of an address is said, and the rest counts", async ({ page }) => {
  await signInTo(page, "/editor/history?kind=decline&person=me&colour=red");
  await expect(page.getByText("We left out a person we cannot read and 1 other")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Declined");
});

test("an editor compares two versions of a case study and brings the older one back as a draft", async ({ page }) => {
  await signInTo(page, "/editor/history?kind=supersede");
  await events(page).last().getByRole("link").first().click();
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByText(/^From version \d+, revision \d+/)).toBeVisible();

  await page.getByRole("button", { name: "Bring version 1 back as a new draft" }).click();
  await expect(page.getByRole("status")).toContainText("is a new draft with the words of the older one");
  await expect(events(page).first()).toContainText("Brought back as a draft");
  await page.getByRole("link", { name: "Open the draft" }).click();
  await expect(page).toHaveURL(/\/submit\/[\w-]{43}$/);
});

test("nobody else sees any of it", async ({ request }) => {
  const id = "0190f3a2-7c1e-7b6a-8f00-1c2d3e4f5a6b";
  for (const path of ["/editor/history", "/editor/history/csv", `/editor/history/${id}`]) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect([answer.status(), answer.headers()["location"]]).toEqual([303, expect.stringMatching(/^\/sign-in/)]);
  }
  const headers = { origin: new URL(process.env["SITE_ADDRESS"] ?? "").origin, "sec-fetch-site": "same-origin" };
  const posted = await request.post(`/editor/history/${id}/restore`, {
    form: { version: id },
    headers,
    maxRedirects: 0,
  });
  expect(posted.status()).toBe(401);
});

test("its markup is valid, and a page that is no case study's is not found", async ({ page }) => {
  await signInTo(page, "/editor/history?kind=supersede");
  const path = await events(page).first().getByRole("link").first().getAttribute("href");
  for (const address of ["/editor/history", path ?? ""]) {
    const answer = await page.goto(address);
    expect(await complaintsAbout((await answer?.text()) ?? "")).toEqual([]);
  }
  expect((await page.goto("/editor/history/nobody"))?.status()).toBe(404);
});
