import { beforeEach, describe, expect, test } from "vitest";
import { sendLetters } from "#lib/commands/letters/send-letters.ts";
import { db } from "#lib/data/db.ts";
import { findLink } from "#lib/data/submissions/links.ts";
import { isLetterDue, markEveryLetterSent, oweLetter } from "#lib/data/letters/letters.ts";
import { aPerson } from "#tests/support/people.ts";
import { aHeapOfLetters, emailOf, later, listen } from "#tests/support/letters.ts";
import { aVersion } from "#tests/support/versions.ts";

beforeEach(async () => {
  await markEveryLetterSent();
});

describe("a letter that is due", () => {
  test("arrives once, at its reader alone, as text and HTML that say the same", async () => {
    const { received } = await listen();
    const version = await aVersion("changes_requested");
    await sendLetters();
    expect(await sendLetters()).toEqual({ sent: 0, failed: 0, skipped: 0 });

    const [letter, ...others] = received.filter(({ email }) => email.subject?.startsWith("Changes needed"));
    expect(others).toEqual([]);
    const to = await emailOf(version.author.id);
    expect(letter).toMatchObject({ from: "no-reply@casebook.example", to: [to] });
    expect(letter?.email).toMatchObject({
      subject: "Changes needed to your case study: Night buses for the harbour festival",
      from: { name: "Casebook", address: "no-reply@casebook.example" },
      to: [{ name: "A contributor", address: to }],
      replyTo: [{ address: "editors@casebook.example" }],
    });
    expect(letter?.email.cc ?? letter?.email.bcc).toBeUndefined();
    expect(letter?.email.headers).toContainEqual(
      expect.objectContaining({ key: "auto-submitted", value: "auto-generated" }),
    );
    // What cannot be delivered is to be reported.
    const suppressed = letter?.email.headers.find(({ key }) => key === "x-auto-response-suppress")?.value;
    expect(suppressed?.split(", ")).toEqual(["DR", "RN", "NRN", "OOF", "AutoReply"]);
    for (const body of [letter?.email.text, letter?.email.html]) {
      expect(body).toContain("Because of the test");
      expect(body).toMatch(/http:\/\/127\.0\.0\.1:\d+\/track\/[\w-]{43}/);
    }
  });

  test("has a Message-ID made from its own id", async () => {
    const { received } = await listen();
    await aHeapOfLetters(1);
    const { id } = await db.letter.findFirstOrThrow({ where: { sentAt: null } });
    await sendLetters();
    expect(received[0]?.email.messageId).toBe(`<letter-${id}@casebook.example>`);
  });

  test("carries a link that opens what it says", async () => {
    const { received } = await listen();
    const version = await aVersion("unconfirmed");
    await sendLetters();
    const text = received.map(({ email }) => email.text).join();
    const token = (path: string) => text.match(new RegExp(`/${path}/([\\w-]{43})`))?.[1] ?? "";
    for (const [path, purpose] of [
      ["submit", "draft"],
      ["submit/confirm", "confirm"],
    ] as const)
      expect(await findLink(token(path), purpose, new Date())).toMatchObject({ versionId: version.id });
  });

  test("about a new submission goes to the editors", async () => {
    const { received } = await listen();
    const { id: versionId } = await aVersion("unconfirmed");
    await markEveryLetterSent();
    const event = { versionId, revision: 1, kind: "confirm", toState: "submitted", at: new Date() } as const;
    const { id: eventId } = await db.event.create({ data: event });
    await db.letter.create({ data: { eventId, kind: "confirm", queuedAt: new Date() } });
    await sendLetters();
    expect(received.map(({ to }) => to)).toEqual([["editors@casebook.example"]]);
  });

  test("cannot be turned into another by a line end in a name or a title (V1.3.11)", async () => {
    const { received, offered } = await listen();
    const version = await aVersion("submitted", { title: "Buses\r\nBcc: spy@evil.example\r\n\r\nHello" });
    await markEveryLetterSent();
    const name = 'Jo\r\nBcc: spy@evil.example\r\n\r\n"<spy@evil.example>, ';
    await db.person.update({ where: { id: version.author.id }, data: { name } });
    await db.letter.updateMany({ where: { kind: "submit", toId: version.author.id }, data: { sentAt: null } });
    expect(await sendLetters()).toEqual({ sent: 1, failed: 0, skipped: 0 });

    const to = await emailOf(version.author.id);
    expect(offered).toEqual([to]);
    expect(received[0]?.email.bcc).toBeUndefined();
    expect(received[0]?.email.to?.map(({ address }) => address)).toEqual([to]);
    expect(received[0]?.raw.split("\r\n\r\n")[0]).not.toMatch(/^bcc:/im);
  });
});

describe("a letter that can go to nobody", () => {
  test("is passed over and not tried again", async () => {
    const { offered } = await listen();
    const person = await aPerson();
    await db.person.update({ where: { id: person.id }, data: { email: `${person.id}@erased.invalid` } });
    await oweLetter(db, { kind: "mine", toId: person.id, now: new Date() });
    await db.letter.create({ data: { kind: "mine", queuedAt: new Date() } });

    expect(await sendLetters()).toEqual({ sent: 0, failed: 0, skipped: 2 });
    expect(await isLetterDue(later(60 * 24 * 30))).toBe(false);
    expect(
      await db.letter.count({ where: { sentAt: null, bounced: false, refusal: { contains: "no address" } } }),
    ).toBe(2);
    expect(offered).toEqual([]);
  });

  test("does not take its secret link to somebody who is no longer the author", async () => {
    const { offered } = await listen();
    const version = await aVersion("draft");
    const other = await aPerson();
    await db.version.update({ where: { id: version.id }, data: { authorId: other.id } });
    expect(await sendLetters()).toEqual({ sent: 0, failed: 0, skipped: 1 });
    expect(offered).toEqual([]);
  });
});

test("without a mail server letters wait, and with the demonstration they stay in its mailbox", async () => {
  delete process.env["SMTP_URL"];
  await aHeapOfLetters(1);
  expect(await sendLetters()).toEqual({ sent: 0, failed: 0, skipped: 0 });
  expect(await isLetterDue(new Date())).toBe(true);
  process.env["CASEBOOK_DEMONSTRATION"] = "1";
  expect(await sendLetters()).toEqual({ sent: 1, failed: 0, skipped: 0 });
  delete process.env["CASEBOOK_DEMONSTRATION"];
});
