import { beforeEach, describe, expect, test } from "vitest";
import { clearAlerts } from "#lib/commands/alerts/clear-alerts.ts";
import { oweDigests } from "#lib/commands/alerts/owe-digests.ts";
import { sendLetters } from "#lib/commands/letters/send-letters.ts";
import { readReturns } from "#lib/commands/upkeep/read-returns.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import { markEveryLetterSent, never } from "#lib/data/letters/letters.ts";
import { anAlert, findKept, lettersAbout } from "#tests/support/alerts.ts";
import { listen } from "#tests/support/letters.ts";
import { aMailbox, report } from "#tests/support/returned-mail.ts";
import { aVersion } from "#tests/support/versions.ts";

const hour = 60 * 60 * 1000;
let start = new Date("2032-01-01T12:00:00Z");
beforeEach(async () => {
  await db.alert.deleteMany();
  start = new Date(start.getTime() + 28 * 24 * hour);
});
const at = (days: number, hours = 0) => new Date(start.getTime() + (days * 24 + hours) * hour);

/** An alert about buses that has found something, with its letter owed and no other. */
async function anOwedDigest(count = 1) {
  const alert = await anAlert({ query: { topic: ["buses"] }, now: start });
  const published = [];
  for (let number = 1; number <= count; number++)
    published.push(await aVersion("published", { title: `Night bus ${number}` }, at(0, number / 60)));
  await markEveryLetterSent();
  await oweDigests(at(1));
  return { ...alert, published };
}

describe("the letter about what is new", () => {
  test("names it, leads to it, and can be stopped by a mail program or by its reader", async () => {
    const { received } = await listen();
    const { email, token } = await anOwedDigest();
    expect(await sendLetters({ now: at(1) })).toEqual({ sent: 1, failed: 0, skipped: 0 });
    const [letter] = received;
    expect(letter?.to).toEqual([email]);
    expect(letter?.email.subject).toBe("1 new case study: Buses, in Transport");
    const stop = `http://127.0.0.1:3000/alerts/${token}/stop`;
    const header = (key: string) => letter?.email.headers.find((one) => one.key === key)?.value;
    expect(header("list-unsubscribe")).toBe(`<${stop}>`);
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    for (const body of [letter?.email.text, letter?.email.html?.replaceAll("&amp;", "&")]) {
      expect(body).toContain("Night bus 1");
      expect(body).toMatch(/\/case-studies\/night-bus-1\b/);
      expect(body).toContain("Dorset");
      expect(body).toContain("Three towns shared one late timetable");
      expect(body).toContain(`/alerts/${token}`);
      expect(body).toContain(stop);
    }
  });

  test("names the ten newest and leads to the rest", async () => {
    const { received } = await listen();
    await anOwedDigest(12);
    await sendLetters({ now: at(1) });
    const text = received[0]?.email.text ?? "";
    expect(received[0]?.email.subject).toMatch(/^12 new case studies: /);
    expect(text.match(/^Night bus \d+$/gm)).toHaveLength(10);
    expect(text).toContain("Night bus 12\n");
    expect(text).not.toContain("Night bus 2\n");
    expect(text).toMatch(/And 2 more, newest first:\n\S+\/case-studies\?topic=buses\n/);
  });

  test("does not leave where what it tells of was withdrawn meanwhile", async () => {
    const { received } = await listen();
    const { published } = await anOwedDigest();
    for (const { id, editor: actor } of published)
      await moveVersion({ id, basedOn: 1, move: "withdraw", actor, reason: "A mistake", now: at(1) });
    await db.letter.deleteMany({ where: { kind: "withdraw" } });
    expect(await sendLetters({ now: at(1) })).toMatchObject({ sent: 0, skipped: 1 });
    expect(received).toEqual([]);
  });
});

describe("the letter that confirms", () => {
  test("repeats no words by which a stranger could lure its reader somewhere", async () => {
    const { received } = await listen();
    await markEveryLetterSent();
    await anAlert({ query: { q: "WIN at evil.example" }, confirmed: false, now: start });
    await anAlert({ query: { q: "night buses" }, confirmed: false, now: at(0, 1) });
    await sendLetters({ now: at(1) });
    const [lure, honest] = received.map(({ email }) => `${email.subject} ${email.text} ${email.html}`);
    expect(lure).not.toContain("evil");
    expect(lure).toContain("Confirm your alert");
    expect(honest).toContain("“night buses”");
    expect(received[1]?.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
  });
});

/** Another digest, and no other letter, at that many days. */
async function owedAnother(days: number) {
  await aVersion("published", {}, at(days, -12));
  await db.letter.deleteMany({ where: { alertId: null } });
  await oweDigests(at(days));
}

describe("a mailbox that will not have the letter", () => {
  const refusing = { responseCode: 550 };

  test("is not asked again, and after three letters the alert and its owner go", async () => {
    const { offered } = await listen(() => true, refusing);
    const { id, personId } = await anOwedDigest();
    expect(await sendLetters({ now: at(1) })).toMatchObject({ failed: 1 });
    expect(await sendLetters({ now: at(1, 1) })).toEqual({ sent: 0, failed: 0, skipped: 0 });
    expect(offered).toHaveLength(1);
    for (const days of [2, 3]) {
      expect(await findKept(id)).toMatchObject({ refusals: days - 1 });
      await owedAnother(days);
      await sendLetters({ now: at(days) });
    }
    expect(await findKept(id)).toBeNull();
    expect(await db.person.count({ where: { id: personId } })).toBe(0);
    expect(await lettersAbout(id)).toEqual([]);
  });

  test("ends an alert that was never confirmed at once", async () => {
    await listen(() => true, refusing);
    await markEveryLetterSent();
    const { id } = await anAlert({ confirmed: false, now: start });
    await sendLetters({ now: at(0, 1) });
    expect(await findKept(id)).toBeNull();
  });

  test("for now is asked again later, and counts for nothing", async () => {
    await listen((offer) => offer === 1);
    const { id } = await anOwedDigest();
    expect(await sendLetters({ now: at(1) })).toMatchObject({ failed: 1 });
    expect(await findKept(id)).toMatchObject({ refusals: 0 });
    expect(await sendLetters({ now: at(1, 1) })).toMatchObject({ sent: 1 });
  });

  test("and of which a server that passes letters on tells afterwards, ends the alert as well", async () => {
    await listen();
    const { id } = await anOwedDigest();
    for (const days of [1, 8, 15]) {
      if (days > 1) await owedAnother(days);
      expect(await sendLetters({ now: at(days) })).toMatchObject({ sent: 1 });
      const letter = (await lettersAbout(id, "digest")).at(-1);
      const told = { "1.report": report(letter?.id ?? ""), "2.again": report(letter?.id ?? "") };
      const folder = await aMailbox(told);
      await Promise.all([readReturns(at(days, 1), folder), readReturns(at(days, 1), folder)]);
      await clearAlerts(at(days + 6));
      expect((await findKept(id))?.refusals).toBe({ 1: 1, 8: 2 }[days]);
    }
  });

  test("because it will have nothing from us ends nothing, however long that lasts", async () => {
    await listen(() => true, { responseCode: 550, words: "5.7.1 Client host blocked using a list" });
    const { id } = await anOwedDigest();
    for (let hours = 0; hours < 8 * 24; hours += 7) await sendLetters({ now: at(1, hours) });
    expect(await lettersAbout(id, "digest")).toMatchObject([{ sentAt: null, bounced: true, dueAt: never }]);
    expect(await findKept(id)).toMatchObject({ refusals: 0 });
  });

  test("once, and then has another that does not come back, starts to count anew", async () => {
    await listen((offer) => offer === 1, refusing);
    const { id } = await anOwedDigest();
    await sendLetters({ now: at(1) });
    expect(await findKept(id)).toMatchObject({ refusals: 1 });
    await owedAnother(2);
    await sendLetters({ now: at(2) });
    await clearAlerts(at(4));
    expect(await findKept(id)).toMatchObject({ refusals: 1 });
    await clearAlerts(at(6));
    expect(await findKept(id)).toMatchObject({ refusals: 0 });
  });
});
