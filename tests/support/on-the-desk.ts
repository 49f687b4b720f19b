import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { answerEverything, followLetter, send, startDraft } from "./submission.ts";
import { byPointer } from "./typists.ts";

/** Signs in as one of the demonstration's editors. */
export async function signInAs(page: Page, name: string, path = "/editor/queue") {
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`);
  await page.getByRole("button", { name }).click();
  await page.waitForURL(`**${path}`);
}

/** Puts in a case study as a council does, and confirms it. @returns a title that no other has */
export async function aSubmission(
  browser: Browser,
  { showEdits = false } = {},
): Promise<{ title: string; to: string }> {
  const name = randomUUID().slice(0, 8);
  const [title, to] = [`Harbour buses ${name}`, `desk-${name}@thanet.example`];
  const address = `10.${[0, 2, 4].map((at) => parseInt(name.slice(at, at + 2), 16)).join(".")}`;
  const context = await browser.newContext({
    baseURL: process.env["SITE_ADDRESS"] ?? "",
    javaScriptEnabled: false,
    extraHTTPHeaders: { "x-forwarded-for": address },
  });
  const page = await context.newPage();
  await startDraft(page, byPointer, title);
  await page.getByLabel("Work e-mail address").fill(to);
  await page.getByRole("button", { name: "Send me the link" }).click();
  await answerEverything(page, byPointer);
  await send(page, byPointer, { showEdits });
  const device = await followLetter(browser, { to, subject: "Confirm your e-mail address" });
  await device.getByRole("button", { name: "Confirm and send" }).click();
  await device.context().close();
  await context.close();
  return { title, to };
}

/** Opens a case study from the queue. @returns the path of its desk */
export async function openFromQueue(page: Page, title: string): Promise<string> {
  await page.goto(`/editor/queue?tab=all&q=${encodeURIComponent(title)}`);
  await page.getByRole("main").getByRole("link", { name: title }).first().click();
  await page.waitForURL("**/editor/review/*");
  return new URL(page.url()).pathname;
}
