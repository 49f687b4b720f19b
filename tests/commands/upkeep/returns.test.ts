import { copyFile, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sendLetters } from "#lib/commands/letters/send-letters.ts";
import { hideContacts } from "#lib/commands/upkeep/hide-contacts.ts";
import { pursueEnquiries } from "#lib/commands/upkeep/pursue-enquiries.ts";
import { readReturns } from "#lib/commands/upkeep/read-returns.ts";
import { db } from "#lib/data/db.ts";
import { markSent } from "#lib/data/letters/letters.ts";
import { anEnquiry, contactOf } from "#tests/support/enquiries.ts";
import { aHeapOfLetters, listen } from "#tests/support/letters.ts";
import { aMailbox, report } from "#tests/support/returned-mail.ts";

const start = Date.now();
const day = (count: number) => new Date(start + count * 24 * 60 * 60 * 1000);

describe("a contact whose letters come back", () => {
  test("is doubted at once where the mail server refuses the address for good", async () => {
    await db.letter.deleteMany();
    const asked = await anEnquiry();
    await db.letter.deleteMany({ where: { id: { not: asked.letterId } } });
    await listen(() => true, { responseCode: 550 });
    expect(await sendLetters()).toMatchObject({ failed: 1 });
    expect(await contactOf(asked)).toMatchObject({ doubt: "bounced", hiddenAt: null });
    expect(await sendLetters({ now: day(1) })).toEqual({ sent: 0, failed: 0, skipped: 0 });
  });

  test.each([
    ["is only busy", { responseCode: 451 }],
    ["will have nothing from us", { responseCode: 550, words: "5.7.1 Client host blocked using a list" }],
    ["has no room for it", { responseCode: 552, words: "5.2.2 Mailbox full" }],
  ])("is not doubted where the server %s, and is written to again", async (_, refusing) => {
    await db.letter.deleteMany();
    const asked = await anEnquiry();
    await db.letter.deleteMany({ where: { id: { not: asked.letterId } } });
    await listen(() => true, refusing);
    expect(await sendLetters()).toMatchObject({ failed: 1 });
    expect(await contactOf(asked)).toMatchObject({ doubt: "" });
    await listen();
    expect(await sendLetters({ now: day(1) })).toMatchObject({ sent: 1 });
  });

  test("is doubted by a report in the mailbox of returned letters, and hidden after the days of grace", async () => {
    const [asked, other] = [await anEnquiry(), await anEnquiry()];
    const folder = await aMailbox({
      "1.report": report(asked.letterId),
      "2.delay": report(other.letterId, { action: "delayed", status: "4.4.1" }),
      "3.away": `Subject: I am away\r\n\r\nIn-Reply-To: <letter-${other.letterId}@casebook.example>`,
      "4.noise": "\u0000\u0001 no message at all",
      "5.stranger": report("00000000-0000-4000-8000-000000000000"),
      "6.blocked": report(other.letterId, { status: "5.7.1", said: "550 5.7.1 Client host blocked" }),
    });
    // What cannot even be opened stays where it is, and keeps none of the others.
    await mkdir(join(folder, "new", "0.folder"));
    const both = await Promise.all([readReturns(new Date(), folder), readReturns(new Date(), folder)]);
    expect(both[0] + both[1]).toBe(2);
    expect(await readdir(join(folder, "new"))).toEqual(["0.folder"]);
    // What is no report may be somebody's own words.
    expect(await readdir(join(folder, "cur"))).toEqual(["3.away:2,S", "4.noise:2,S"]);
    expect(await contactOf(asked)).toMatchObject({ doubt: "bounced" });
    expect(await contactOf(other)).toMatchObject({ doubt: "" });

    await hideContacts(day(27));
    expect((await contactOf(asked)).hiddenAt).toBeNull();
    await hideContacts(day(29));
    expect((await contactOf(asked)).hiddenAt).not.toBeNull();
    expect(await hideContacts(day(30))).toBe(0);
  });
});

test("a letter that comes back after it had left is noted once, in the words of the server, and not sent again", async () => {
  await db.letter.deleteMany();
  await listen();
  await aHeapOfLetters(1);
  await sendLetters();
  const { id } = await db.letter.findFirstOrThrow();
  const folder = await aMailbox({ "1.full": report(id, { status: "5.2.2", said: "552 5.2.2 Mailbox full" }) });
  await copyFile(join(folder, "new", "1.full"), join(folder, "new", "2.again"));
  expect(await readReturns(new Date(), folder)).toBe(1);
  expect(await readdir(join(folder, "new"))).toEqual([]);
  expect(await db.letter.findUnique({ where: { id } })).toMatchObject({
    ...{ bounced: true, refusal: "552 5.2.2 Mailbox full", sentAt: expect.any(Date) },
  });
  expect(await sendLetters({ now: day(1) })).toEqual({ sent: 0, failed: 0, skipped: 0 });
});

test("nobody is silent whom no letter has reached, however long ago it was owed", async () => {
  const asked = await anEnquiry();
  await pursueEnquiries(day(400));
  await pursueEnquiries(day(500));
  expect(await db.enquiry.findUnique({ where: { id: asked.enquiryId } })).toMatchObject({ remindedAt: null });

  await markSent(asked.letterId, day(500));
  const { reviewBy } = await db.version.findUniqueOrThrow({ where: { id: asked.id } });
  expect(reviewBy?.getTime()).toBeLessThan(day(500).getTime());
  await pursueEnquiries(day(515));
  expect(await db.enquiry.findUnique({ where: { id: asked.enquiryId } })).toMatchObject({ remindedAt: day(515) });
  await pursueEnquiries(day(600));
  expect(await contactOf(asked)).toMatchObject({ doubt: "" });
  const reminder = await db.letter.findFirstOrThrow({ where: { enquiryId: asked.enquiryId, kind: "remindReview" } });
  await markSent(reminder.id, day(600));
  await pursueEnquiries(day(620));
  expect(await contactOf(asked)).toMatchObject({ doubt: "" });
  await pursueEnquiries(day(629));
  expect(await contactOf(asked)).toMatchObject({ doubt: "silent" });
});
