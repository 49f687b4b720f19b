import { mkdtemp, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { sendLetters } from "#lib/commands/letters/send-letters.ts";
import { hideContacts } from "#lib/commands/upkeep/hide-contacts.ts";
import { pursueEnquiries } from "#lib/commands/upkeep/pursue-enquiries.ts";
import { readReturns } from "#lib/commands/upkeep/read-returns.ts";
import { db } from "#lib/data/db.ts";
import { markSent } from "#lib/data/letters/letters.ts";
import { anEnquiry, contactOf } from "#tests/support/enquiries.ts";
import { listen } from "#tests/support/letters.ts";

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

  test("is not doubted where the server is only busy", async () => {
    await db.letter.deleteMany();
    const asked = await anEnquiry();
    await db.letter.deleteMany({ where: { id: { not: asked.letterId } } });
    await listen(() => true, { responseCode: 451 });
    await sendLetters();
    expect(await contactOf(asked)).toMatchObject({ doubt: "" });
  });

  test("is doubted by a report in the mailbox of returned letters, and hidden after the days of grace", async () => {
    const [asked, other] = [await anEnquiry(), await anEnquiry()];
    const folder = await aMailbox({
      "1.report": report(asked.letterId),
      "2.delay": report(other.letterId, { action: "delayed", status: "4.4.1" }),
      "3.away": `Subject: I am away\r\n\r\nIn-Reply-To: <letter-${other.letterId}@casebook.example>`,
      "4.noise": "\u0000\u0001 no message at all",
      "5.stranger": report("00000000-0000-4000-8000-000000000000"),
    });
    // What cannot even be opened stays where it is, and keeps none of the others.
    await mkdir(join(folder, "new", "0.folder"));
    const both = await Promise.all([readReturns(new Date(), folder), readReturns(new Date(), folder)]);
    expect(Math.max(...both)).toBe(1);
    expect(await readdir(join(folder, "new"))).toEqual(["0.folder"]);
    expect(await contactOf(asked)).toMatchObject({ doubt: "bounced" });
    expect(await contactOf(other)).toMatchObject({ doubt: "" });

    await hideContacts(day(27));
    expect((await contactOf(asked)).hiddenAt).toBeNull();
    await hideContacts(day(29));
    expect((await contactOf(asked)).hiddenAt).not.toBeNull();
    expect(await hideContacts(day(30))).toBe(0);
  });
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

async function aMailbox(messages: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "casebook-returns-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, "new"));
  for (const [name, text] of Object.entries(messages)) await writeFile(join(folder, "new", name), text);
  return folder;
}

/** A report as Postfix writes it, with the head of the letter that it could not deliver. */
const report = (letterId: string, { action = "failed", status = "5.1.1" } = {}) =>
  [
    "From: MAILER-DAEMON@mail.example (Mail Delivery System)",
    "Subject: Undelivered Mail Returned to Sender",
    "To: no-reply@casebook.example",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="B7F/mail.example"',
    "",
    "--B7F/mail.example",
    "Content-Description: Notification",
    "Content-Type: text/plain; charset=us-ascii",
    "",
    "I'm sorry to have to inform you that your message could not be delivered.",
    "",
    "--B7F/mail.example",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mail.example",
    "",
    "Final-Recipient: rfc822; transport@dorset.example",
    `Action: ${action}`,
    `Status: ${status}`,
    "Diagnostic-Code: smtp; 550 5.1.1 User unknown",
    "",
    "--B7F/mail.example",
    "Content-Type: text/rfc822-headers",
    "",
    "Subject: Is it still right: Night buses",
    `Message-ID: <letter-${letterId}@casebook.example>`,
    "",
    "--B7F/mail.example--",
    "",
  ].join("\r\n");
