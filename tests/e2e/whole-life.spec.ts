import type { Page } from "@playwright/test";
import { answerEverything, send, startDraft, written } from "#tests/support/submission.ts";
import { byPointer } from "#tests/support/typists.ts";
import { atADesk, mailReader, openOwnSite, pathIn, signInFirst, type OwnSite } from "#tests/support/whole-life.ts";
import { expect, test } from "./test.ts";

// One that cannot be done is found out soon; what has to be waited for says so.
test.use({ actionTimeout: 15_000 });

let site: OwnSite;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  site = await openOwnSite();
});
test.afterAll(() => site.close());

const officer = "officer@thanet.test";
const [helen, amira, tom, expert] = ["helen", "amira", "tom", "expert"].map((name) => `${name}@casebook.test`) as [
  ...[string, string, string, string],
];
const changes = "The impact names no figure for Sundays.\n\nSay what it was, and “who” counted <it>.";
const withdrawal = "The council found a mistake in the count & is looking at it.";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const follow = (page: Page, name: string | RegExp) =>
  page.getByRole("main").getByRole("link", { name }).first().click();
const isDone = (page: Page, words: string) => expect(page.getByRole("status").first()).toContainText(words);

/** Opens the newest version of the case study from the queue. */
async function openDesk(page: Page, part: RegExp) {
  await page.goto("/editor/queue");
  await page.getByRole("main").getByRole("link", { name: part }).first().click();
  await page.getByRole("main").getByRole("link", { name: written.title }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(written.title);
}

test("the whole life of one case study, with a council, two editors and an administrator", async ({ browser }) => {
  test.setTimeout(360_000);
  const letters = mailReader(site);
  const desks = await Promise.all([1, 2, 3, 4, 5].map(() => atADesk(browser, site)));
  const [council, administrator, first, second, reader] = desks as [Page, Page, Page, Page, Page];
  const quoted = async (to: string, subject: RegExp, reason: string) => {
    const letter = await letters.next(to, subject);
    const html = letter.email.html ?? "";
    for (const line of reason.split("\n").filter(Boolean)) {
      expect(letter.email.text?.replace(/\n> /g, " ")).toContain(line);
      expect(html).toContain(line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"));
    }
    return letter;
  };

  await test.step("an administrator is named, signs in and invites two editors", async () => {
    expect(await site.nameAdministrator(helen, "Helen Marsh")).toContain("/sign-in");
    await signInFirst(administrator, helen, letters);
    await administrator.goto("/editor/people");
    for (const [email, name] of [
      [amira, "Amira Hussain"],
      [tom, "Tom Prentice"],
    ] as const) {
      await administrator.getByText("Invite somebody").click();
      await administrator.getByLabel("Name", { exact: true }).fill(name);
      await administrator.getByLabel("Work e-mail address").fill(email);
      await press(administrator, "Invite");
      expect((await letters.next(email, /./)).email.text).toContain("/sign-in");
    }
    await signInFirst(first, amira, letters);
    await signInFirst(second, tom, letters);
  });

  await test.step("a council submits, asks to see edited text, and confirms its address", async () => {
    await startDraft(council, byPointer);
    await council.getByLabel("Work e-mail address").fill(officer);
    await press(council, "Send me the link");
    await letters.next(officer, /The link to your draft/);
    await answerEverything(council, byPointer);
    await send(council, byPointer, { showEdits: true });
    const confirm = pathIn(await letters.next(officer, /[Cc]onfirm/));
    await council.goto(confirm);
    await press(council, "Confirm and send");
    await letters.next("desk@casebook.test", /New in the queue/);
  });

  await test.step("an editor takes it, comments, and asks for changes", async () => {
    await openDesk(first, /Unassigned/);
    await press(first, "Take it");
    await isDone(first, "It is yours");
    const impact = first.getByRole("region", { name: "The impact" });
    for (const [text, who] of [
      ["Between us: ring them about this.", "Editors only"],
      ["Which Sundays?", "The council too"],
    ] as const) {
      await impact.getByText("Comment", { exact: false }).first().click();
      await impact.getByLabel("Your comment").fill(text);
      await impact.getByLabel(who).check();
      await impact.getByRole("button", { name: "Save the comment" }).click();
      await expect(impact).toContainText(text);
    }
    await follow(first, "Ask for changes");
    await press(first, "Ask for changes");
    await expect(first.getByRole("alert")).toContainText("Write the reason");
    await first.getByLabel("Reason").fill(changes);
    await press(first, "Show the letter with what I typed");
    await expect(first.getByLabel("Reason")).toHaveValue(changes);
    await expect(first.getByRole("main").locator("blockquote")).toHaveText(changes);
    await press(first, "Ask for changes");
    await isDone(first, "Changes asked for");
  });

  await test.step("the council reads why, changes it and sends it again", async () => {
    await council.goto(pathIn(await quoted(officer, /Changes needed/, changes)));
    await expect(council.getByRole("main")).toContainText("Say what it was, and “who” counted <it>.");
    await follow(council, "Change it and send it again");
    await follow(council, "The impact");
    await expect(council.getByRole("main")).toContainText("Which Sundays?");
    await expect(council.getByRole("main")).not.toContainText("Between us");
    await council.locator("#impact").fill(`${written.impact} On Sundays it was 310, counted by the drivers.`);
    await press(council, "Save and leave");
    await send(council, byPointer);
    await letters.next(officer, /./);
  });

  await test.step("the editor sees what changed, corrects the text and asks somebody outside", async () => {
    await openDesk(first, /Unassigned|Mine/);
    await follow(first, "Show what changed since you last had it open");
    await expect(first.getByRole("main").locator("ins")).toContainText("On Sundays it was 310");
    await press(first, "Take it");
    await first
      .getByRole("region", { name: "Lessons learned" })
      .getByRole("link", { name: /Correct/ })
      .click();
    await first.locator("#lessons").fill("Tell the drivers first.");
    await press(first, "Save the correction");
    await expect(first.getByText("You wrote some of this text")).toBeVisible();
    await expect(first.getByRole("link", { name: "Accept", exact: true })).toHaveCount(0);

    await first.getByText("Ask somebody outside to check the facts").click();
    await first.getByLabel("Who knows the facts?").fill("Dr Price");
    await first.getByLabel("Their e-mail address").fill(expert);
    await press(first, "Ask them");
    await council.goto(pathIn(await letters.next(expert, /./)));
    await council.getByLabel("The facts are right").check();
    await council.getByRole("main").getByRole("button").last().click();
    await letters.next(amira, /[Ff]acts/);
  });

  await test.step("the other editor accepts, and publication waits until the council has seen the edited text", async () => {
    await openDesk(first, /Mine/);
    await follow(first, "Hand over");
    await first.getByLabel("Hand over to").selectOption({ label: "Tom Prentice" });
    await press(first, "Hand over");
    await isDone(first, "Handed over");
    await letters.next(tom, /Handed over/);
    await openDesk(second, /Mine/);
    await expect(second.getByRole("main")).toContainText("“The facts are right”");
    await follow(second, "Accept");
    await press(second, "Accept");
    await isDone(second, "Accepted");
    await expect(second.getByText(/they have until/)).toBeVisible();
    await expect(second.getByRole("link", { name: "Publish now" })).toHaveCount(0);

    await council.goto(pathIn(await letters.next(officer, /edited text/)));
    await expect(council.getByRole("main").locator("del").first()).toContainText("Before the newspapers");
    await council.getByLabel("Publish it like this").check();
    await council.getByRole("main").getByRole("button").last().click();
    await letters.next(tom, /agrees to the edited text/);
  });

  await test.step("it is scheduled, and published when its time has come", async () => {
    await second.reload();
    await follow(second, "Publish at a time");
    await second.getByLabel("Day").fill("2020-01-01");
    await press(second, "Publish at a time");
    await expect(second.getByRole("alert")).toContainText("still to come");
    await second.getByLabel("Day").fill("2098-06-01");
    await press(second, "Publish at a time");
    await expect(second.getByRole("alert")).toContainText("within a year from now");
    const inTwoMonths = new Date(Date.now() + 60 * 24 * 60 * 60 * 1000);
    await second.getByLabel("Day").fill(inTwoMonths.toISOString().slice(0, 10));
    await press(second, "Publish at a time");
    await isDone(second, "The time is set");
    expect((await letters.next(officer, /./)).email.text).toContain(
      new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
        inTwoMonths,
      ),
    );
    expect((await reader.goto("/case-studies/night-buses-for-the-harbour-festival"))?.status()).toBe(404);

    await site.sql(`update "Version" set "publishAt" = now() where "state" = 'scheduled'`);
    const published = await letters.next(officer, /published/i);
    expect(published.email.text).toContain("/case-studies/night-buses-for-the-harbour-festival");
    expect((await reader.goto("/case-studies/night-buses-for-the-harbour-festival"))?.status()).toBe(200);
    await expect(reader.getByRole("main")).toContainText("On Sundays it was 310");
    await expect(reader.getByRole("main")).not.toContainText("Before the newspapers");
  });

  await test.step("a new version is written while the page stays, and swapped with a new address", async () => {
    await openPublished(first);
    await press(first, "Start its next version");
    await letters.next(amira, /next version/);
    await follow(first, "About this case study");
    await first.getByLabel("Title").fill("Night trams for the harbour festival");
    await press(first, "Save and leave");
    await send(first, byPointer);
    await letters.next(amira, /./);

    await reader.reload();
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText(written.title);
    await second.goto("/editor/queue?tab=unassigned");
    await follow(second, "Night trams");
    await follow(second, "Show what changed from what is published");
    await expect(second.getByRole("main").locator("ins").first()).toContainText("trams");
    await press(second, "Take it");
    await follow(second, "Accept");
    await press(second, "Accept");
    await letters.next(amira, /accepted/);
    await follow(second, "Publish now");
    await second.getByLabel(/Make its address anew/).check();
    await press(second, "Publish now");
    await isDone(second, "Published");
    await letters.next(amira, /published/i);
    // Whoever sent in what was published before hears of it too.
    expect((await letters.next(officer, /published/i)).email.text).toContain("A new version of “Night trams");

    const moved = await reader.goto("/case-studies/night-buses-for-the-harbour-festival");
    expect(moved?.status()).toBe(200);
    expect(new URL(reader.url()).pathname).toBe("/case-studies/night-trams-for-the-harbour-festival");
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Night trams for the harbour festival");
  });

  await test.step("it is withdrawn, and its page says why", async () => {
    await follow(second, "Withdraw");
    await second.getByLabel("Reason").fill(withdrawal);
    await press(second, "Withdraw");
    await isDone(second, "Withdrawn");
    for (const to of [amira, officer]) await quoted(to, /withdrawn/i, withdrawal);
    expect((await reader.reload())?.status()).toBe(200);
    await expect(reader.getByRole("main")).toContainText(withdrawal);
    await reader.goto("/case-studies");
    await expect(reader.getByRole("main")).not.toContainText("Night trams");
  });

  expect(letters.unread()).toEqual([]);

  async function openPublished(page: Page) {
    await page.goto("/editor/history?kind=publish");
    await page.getByRole("main").getByRole("link", { name: written.title }).first().click();
    await page.getByRole("main").getByRole("link", { name: /desk/i }).first().click();
  }
});
