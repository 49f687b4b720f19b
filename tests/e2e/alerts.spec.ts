import type { Browser, Page } from "@playwright/test";
import { violations } from "#tests/support/axe.ts";
import { complaintsAbout } from "#tests/support/markup.ts";
import { overflowing } from "#tests/support/small-screen.ts";
import { atADesk, mailReader, openOwnSite, pathIn, type OwnSite } from "#tests/support/whole-life.ts";
import { expect, test } from "./test.ts";

test.use({ actionTimeout: 15_000 });
// One site for all of them.
test.describe.configure({ mode: "default" });

let site: OwnSite;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  site = await openOwnSite();
});
test.afterAll(() => site.close());

const reader = "reader@home.test";
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** A page that is sound: sound markup, nothing for axe, which needs script, and nothing beyond the side of a phone. */
async function isSound(browser: Browser, page: Page) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  expect(await complaintsAbout(await (await page.request.get(page.url())).text())).toEqual([]);
  const shown = await browser.newContext({ baseURL: site.address, javaScriptEnabled: true });
  const twin = await shown.newPage();
  await twin.goto(page.url());
  expect(await violations(twin)).toEqual([]);
  await twin.setViewportSize({ width: 320, height: 568 });
  expect(await overflowing(twin)).toEqual([]);
  await shown.close();
}

/** Publishes by the commands that editors' buttons call, on the site's own database, at a moment of its own. */
async function publish(title: string, at: Date) {
  Object.assign(process.env, site.settings);
  const { aVersion } = await import("#tests/support/versions.ts");
  await aVersion("published", { title }, at);
}

/** Does what is due by the clock. */
async function lookForNews() {
  Object.assign(process.env, site.settings);
  const { oweDigests } = await import("#lib/commands/alerts/owe-digests.ts");
  return oweDigests();
}

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

test("an alert from the list to the last letter: asked for, confirmed, sent once, stopped by one click", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const page = await atADesk(browser, site);
  const letters = mailReader(site);

  await test.step("asking, from the list and with its filters, where a slip keeps what was typed", async () => {
    await page.goto("/case-studies?topic=buses&sort=title");
    await page.getByRole("link", { name: "E-mail me new matches" }).click();
    await expect(page).toHaveURL(/\/alerts\/new\?topic=buses$/);
    await expect(page.getByRole("listitem").filter({ hasText: "Buses, in Transport" })).toBeVisible();
    await isSound(browser, page);
    await page.getByLabel("E-mail address").fill("reader at home");
    await page.getByLabel("Every Monday at 7am").check();
    await press(page, "Send me an e-mail to confirm");
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByRole("alert")).toContainText("Enter an e-mail address like");
    await expect(page.getByLabel("E-mail address")).toHaveValue("reader at home");
    await expect(page.getByLabel("Every Monday at 7am")).toBeChecked();
    await expect(page.getByRole("listitem").filter({ hasText: "Buses, in Transport" })).toBeVisible();
    await isSound(browser, page);
    await page.getByLabel("E-mail address").fill(reader);
    await page.getByLabel("Every day at 7am").check();
    await press(page, "Send me an e-mail to confirm");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look in your mailbox");
    expect(await page.context().cookies()).toEqual([]);
    await isSound(browser, page);
  });

  const alert = await test.step("confirming by a button: opening the link does nothing", async () => {
    const letter = await letters.next(reader, /^Confirm your alert$/);
    const path = pathIn(letter);
    await page.goto(path);
    await isSound(browser, page);
    await page.goto(path);
    await press(page, "Confirm");
    await expect(page.getByRole("status")).toContainText("It is confirmed. We write to you every day at 7am");
    await page.getByLabel("Every Monday at 7am").check();
    await press(page, "Save");
    await expect(page.getByRole("status")).toContainText("every Monday at 7am");
    await page.getByLabel("Every day at 7am").check();
    await press(page, "Save");
    await isSound(browser, page);
    return path;
  });

  await test.step("a letter, once, about what was published meanwhile", async () => {
    await site.sql(`update "Alert" set "lookedAt" = now() - interval '3 days'`);
    await publish("Night buses for the harbour festival", hoursAgo(48));
    expect(await lookForNews()).toBe(1);
    expect(await lookForNews()).toBe(0);
    const letter = await letters.next(reader, /^1 new case study: Buses, in Transport$/);
    await page.goto(pathIn(letter));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Night buses for the harbour festival");
    const shown = await browser.newPage({ viewport: { width: 680, height: 900 }, javaScriptEnabled: true });
    await shown.setContent(letter.email.html ?? "");
    await expect(shown.getByRole("link", { name: "Night buses for the harbour festival" })).toBeVisible();
    expect(await violations(shown, ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])).toEqual([]);
    if (process.env["SHOTS"]) await shown.screenshot({ path: `${process.env["SHOTS"]}/digest.png`, fullPage: true });
    await shown.close();
    const stop = /^List-Unsubscribe:\s+<(.+)>/m.exec(letter.raw.replaceAll(/\r\n\s/g, " "))?.[1] ?? "";
    expect(new URL(stop).pathname).toBe(`${alert}/stop`);
  });

  await test.step("stopping by a mail program’s click, which a look at the link is not", async () => {
    await page.goto(`${alert}/stop`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Stop this alert?");
    await isSound(browser, page);
    const click = (body: string) =>
      fetch(site.address + alert + "/stop", {
        method: "POST",
        redirect: "manual",
        headers: { origin: "https://mail.example", "content-type": "application/x-www-form-urlencoded" },
        body,
      });
    expect((await click("stop=now")).status).toBe(403);
    await page.goto(alert);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your alert");
    for (let times = 0; times < 2; times++) {
      const answer = await click("List-Unsubscribe=One-Click");
      expect([answer.status, await answer.text()]).toEqual([200, "The alert is stopped.\n"]);
    }
    await page.goto(alert);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no such alert");
    await isSound(browser, page);
  });

  await test.step("and nothing more, of the letters and of the address", async () => {
    await publish("More night buses", hoursAgo(30));
    expect(await lookForNews()).toBe(0);
    expect(letters.unread().filter((one) => one.startsWith(reader))).toEqual([]);
    const { db } = await import("#lib/data/db.ts");
    expect(await db.person.count({ where: { email: reader } })).toBe(0);
  });
});

test("an alert can be stopped from its page, and a limit is a page that says so", async ({ browser }) => {
  const page = await atADesk(browser, site);
  const letters = mailReader(site);
  const ask = async (query: string) => {
    await page.goto(`/alerts/new?${query}`);
    await page.getByLabel("E-mail address").fill("often@home.test");
    await press(page, "Send me an e-mail to confirm");
  };
  await ask("q=buses");
  await page.goto(pathIn(await letters.next("often@home.test", /^Confirm/)));
  await press(page, "Stop this alert");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The alert is stopped");
  await isSound(browser, page);
  for (let times = 0; times < 10; times++) await ask("q=trams");
  await expect(page.getByRole("main")).toContainText("10 alerts can be asked for in a day with one e-mail address");
});

test("a query that cannot be read whole, or is too long, is said to be so", async ({ browser }) => {
  const page = await atADesk(browser, site);
  await page.goto("/alerts/new?topic=nothing&colour=red");
  await expect(page.getByRole("main")).toContainText("Part of this address could not be used");
  await expect(page.getByRole("main")).toContainText("every new case study");
  await page.goto(`/alerts/new?q=${"unpronounceable-word+".repeat(99)}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This search is too long for an alert");
});
