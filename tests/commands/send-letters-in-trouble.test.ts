import { createServer, type AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { sendLetters, type Sent } from "#lib/commands/letters/send-letters.ts";
import { db } from "#lib/data/db.ts";
import { aHeapOfLetters, later, listen } from "#tests/support/letters.ts";
import type { Listener } from "#tests/support/smtp-listener.ts";

const minute = 60_000;
const idsOf = ({ received }: Listener) => received.map(({ email }) => email.messageId);

describe("a mail server in trouble", () => {
  test("that refuses one offer in ten has every letter in the end, each under one Message-ID", async () => {
    const mail = await listen((offer) => offer % 10 === 3);
    const addresses = await aHeapOfLetters(40);
    const first = await sendLetters();
    expect(first).toEqual({ sent: 36, failed: 4, skipped: 0 });
    expect(await sendLetters()).toMatchObject({ sent: 0, failed: 0 });

    for (let minutes = 2; minutes < 40; minutes += 6) await sendLetters({ now: later(minutes) });

    expect(mail.received.flatMap(({ to }) => to).toSorted()).toEqual(addresses.toSorted());
    expect(new Set(idsOf(mail)).size).toBe(40);
    expect(mail.offered.length).toBeGreaterThan(40);
  });

  test("is tried again after 1, 5, 15 and 60 minutes, then every six hours, for five days", async () => {
    await listen(() => true);
    await aHeapOfLetters(1);
    const start = new Date();
    const waits: number[] = [];
    for (let now = start; ;) {
      const tally = await sendLetters({ now });
      expect(tally).toEqual({ sent: 0, failed: 1, skipped: 0 } satisfies Sent);
      const { dueAt, refusal, bounced } = await db.letter.findFirstOrThrow({
        where: { sentAt: null, attempts: { gt: 0 } },
      });
      expect(refusal).toContain("Try again later");
      const wait = Math.round((dueAt.getTime() - now.getTime()) / minute);
      expect(bounced).toBe(wait > 10_000);
      if (wait > 10_000) break;
      waits.push(wait);
      now = new Date(dueAt.getTime() + 1000);
    }
    expect(waits.slice(0, 6)).toEqual([1, 5, 15, 60, 360, 360]);
    const days = waits.reduce((sum, wait) => sum + wait) / (24 * 60);
    expect(days).toBeGreaterThan(4.7);
    expect(days).toBeLessThanOrEqual(5);
  });

  test("that will not have a mailbox is noted at once, while the letter is tried again", async () => {
    await listen(() => true, { responseCode: 550 });
    await aHeapOfLetters(1);
    expect(await sendLetters()).toMatchObject({ failed: 1 });
    const [letter] = await db.letter.findMany({ where: { sentAt: null, attempts: 1 } });
    expect(letter).toMatchObject({ bounced: true });
    await listen();
    expect(await sendLetters({ now: later(2) })).toMatchObject({ sent: 1 });
    expect(await db.letter.findUnique({ where: { id: letter?.id ?? "" } })).toMatchObject({ bounced: false });
  });

  test("that never speaks is left after a while, and the letter is tried again", async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((ready) => silent.listen(0, "127.0.0.1", ready));
    const { port } = silent.address() as AddressInfo;
    // The usual ten seconds, shortened by the means an operator has.
    process.env["SMTP_URL"] = `smtp://127.0.0.1:${port}?greetingTimeout=300`;
    await aHeapOfLetters(1);
    expect(await sendLetters()).toEqual({ sent: 0, failed: 1, skipped: 0 });
    silent.close();

    await listen();
    expect(await sendLetters({ now: later(2) })).toEqual({ sent: 1, failed: 0, skipped: 0 });
  });
});

describe("several senders", () => {
  test("at once send each letter once", async () => {
    const mail = await listen();
    const addresses = await aHeapOfLetters(30);
    const tallies = await Promise.all([1, 2, 3].map(() => sendLetters()));
    expect(tallies.reduce((sum, { sent }) => sum + sent, 0)).toBe(30);
    expect(mail.received.flatMap(({ to }) => to).toSorted()).toEqual(addresses.toSorted());
  });

  test("one of which dies after sending cause a repeat under the same Message-ID, and no loss", async () => {
    const mail = await listen();
    await aHeapOfLetters(1);
    await sendLetters();
    await db.$executeRaw`update "Letter" set "sentAt" = null, "dueAt" = now() + interval '1 minute' where "queuedAt" = (select max("queuedAt") from "Letter")`;
    expect(await sendLetters()).toMatchObject({ sent: 0 });
    expect(await sendLetters({ now: later(2) })).toMatchObject({ sent: 1 });
    expect(mail.received).toHaveLength(2);
    expect(new Set(idsOf(mail)).size).toBe(1);
  });
});
