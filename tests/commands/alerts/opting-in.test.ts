import { describe, expect, test } from "vitest";
import { askForAlert } from "#lib/commands/alerts/ask-for-alert.ts";
import { changeAlert } from "#lib/commands/alerts/change-alert.ts";
import { clearAlerts } from "#lib/commands/alerts/clear-alerts.ts";
import { confirmAlert } from "#lib/commands/alerts/confirm-alert.ts";
import { oweDigests } from "#lib/commands/alerts/owe-digests.ts";
import { stopAlert } from "#lib/commands/alerts/stop-alert.ts";
import { erasePerson } from "#lib/commands/people/erasing/erase-person.ts";
import { askForOwnList } from "#lib/commands/people/ask-for-own-list.ts";
import { findAlert } from "#lib/data/alerts/alerts.ts";
import { db } from "#lib/data/db.ts";
import { findByEmail, listContributors, listStaff } from "#lib/data/people/staff.ts";
import { everything } from "#lib/domain/listing/query.ts";
import { anAlert, findKept, lettersAbout } from "#tests/support/alerts.ts";
import { emailOf } from "#tests/support/letters.ts";
import { aPerson } from "#tests/support/people.ts";
import { whereIs } from "#tests/support/tables.ts";
import { aVersion } from "#tests/support/versions.ts";

const day = 24 * 60 * 60 * 1000;
const start = new Date("2027-03-01T12:00:00Z");
const after = (days: number) => new Date(start.getTime() + days * day);
const isThere = async (id: string) => (await db.person.count({ where: { id } })) === 1;

describe("asking for an alert", () => {
  test("keeps it unconfirmed, and owes the letter that confirms it and nothing else", async () => {
    const { id, token } = await anAlert({ query: { topic: ["buses"], page: 4, sort: "title" }, confirmed: false });
    expect(await findKept(id)).toMatchObject({ query: "topic=buses", frequency: "daily", confirmedAt: null });
    expect(await lettersAbout(id)).toMatchObject([{ kind: "alert", since: null, until: null }]);
    await aVersion("published", {}, start);
    await oweDigests(after(9));
    expect(await lettersAbout(id, "digest")).toEqual([]);
    expect(await findAlert(token)).toMatchObject({ id });
  });

  test("twice stays one, with the letter sent again and the newer choice of how often", async () => {
    const first = await anAlert({ query: { q: "buses" }, confirmed: false, now: start });
    const { email, id } = first;
    const again = { ...everything, q: "buses", page: 2 };
    await askForAlert({ query: again, email: email.toUpperCase(), frequency: "weekly", now: after(1) });
    expect(await db.alert.count({ where: { personId: first.personId } })).toBe(1);
    expect(await findKept(id)).toMatchObject({ frequency: "weekly", askedAt: after(1) });
    expect(await lettersAbout(id)).toHaveLength(1);
    await db.letter.updateMany({ where: { alertId: id }, data: { sentAt: after(1) } });
    await askForAlert({ query: { ...everything, q: "buses" }, email, frequency: "weekly", now: after(2) });
    expect(await lettersAbout(id)).toHaveLength(2);
  });

  test("at the same moment, from several tabs, makes one", async () => {
    const email = "at-once@reader.example";
    const query = { ...everything, q: "at once" };
    await Promise.all(Array.from({ length: 6 }, () => askForAlert({ query, email, frequency: "daily" })));
    const [alert, ...others] = await db.alert.findMany({ where: { person: { email } } });
    expect(others).toEqual([]);
    expect(await lettersAbout(alert?.id ?? "")).toHaveLength(1);
  });

  test("for what is confirmed already changes nothing: a stranger may have typed the address", async () => {
    const { id, email } = await anAlert({ query: { q: "mine" }, now: start });
    await db.letter.updateMany({ where: { alertId: id }, data: { sentAt: start } });
    const before = await findKept(id);
    await askForAlert({ query: { ...everything, q: "mine" }, email, frequency: "weekly", now: after(3) });
    expect(await findKept(id)).toEqual(before);
    expect(await lettersAbout(id)).toHaveLength(2);
  });
});

describe("confirming", () => {
  test("counts from then on, and a second time changes nothing", async () => {
    const { id, token } = await anAlert({ confirmed: false, now: start });
    expect(await confirmAlert({ token, now: after(2) })).toMatchObject({ ok: true });
    expect(await confirmAlert({ token, now: after(5) })).toMatchObject({ ok: true });
    expect(await findKept(id)).toMatchObject({ confirmedAt: after(2), lookedAt: after(2) });
  });

  test("by a token that opens nothing is refused", async () => {
    const { token } = await anAlert();
    await stopAlert({ token });
    for (const one of [token, "x".repeat(43), "../..", ""]) {
      expect(await confirmAlert({ token: one })).toEqual({ ok: false, reason: "not-found" });
      expect(await changeAlert({ token: one, frequency: "daily" })).toEqual({ ok: false, reason: "not-found" });
    }
  });
});

describe("whoever has an alert and nothing else", () => {
  test("is no contributor, no editor and nobody who has proved an address or sent anything", async () => {
    const { email, personId } = await anAlert();
    const person = await db.person.findUniqueOrThrow({ where: { id: personId } });
    expect(person).toMatchObject({ role: "contributor", name: "", emailProvedAt: null });
    expect(await findByEmail(email)).toBeNull();
    expect((await listContributors()).map(({ personId: one }) => one)).not.toContain(personId);
    expect((await listStaff()).map(({ id }) => id)).not.toContain(personId);
  });

  test("is still found for what they sent", async () => {
    const { author } = await aVersion("submitted");
    const email = await emailOf(author.id);
    await anAlert({ email });
    expect(await findByEmail(email)).toEqual({ id: author.id });
    await askForOwnList({ email });
    expect(await db.letter.count({ where: { kind: "mine", toId: author.id } })).toBe(1);
  });

  test("is forgotten when the last one is stopped, and not before", async () => {
    const { email, personId, ...one } = await anAlert({ query: { q: "one" } });
    const two = await anAlert({ query: { q: "two" }, email });
    await stopAlert({ token: one.token });
    expect(await isThere(personId)).toBe(true);
    await stopAlert({ token: two.token });
    await stopAlert({ token: two.token });
    expect(await whereIs(personId, email, one.id, two.id)).toEqual([]);
  });

  test("stopped while asking for another at the same moment, all ends well", async () => {
    for (let round = 0; round < 6; round++) {
      const { email, token } = await anAlert({ query: { q: "first" } });
      const query = { ...everything, q: "second" };
      await Promise.all([
        stopAlert({ token }),
        askForAlert({ query, email, frequency: "daily" }),
        stopAlert({ token }),
      ]);
      const left = await db.alert.findMany({ where: { person: { email } }, include: { person: true } });
      expect(left.map((alert) => alert.query)).toEqual(["q=second"]);
    }
  });

  test("an editor or an author who stops one stays who they are", async () => {
    const editor = await aPerson("editor");
    const { author } = await aVersion("published");
    for (const { id } of [editor, author]) {
      const { token } = await anAlert({ email: await emailOf(id) });
      await stopAlert({ token });
      expect(await isThere(id)).toBe(true);
    }
  });

  test("can be erased like anybody, with alerts and letters", async () => {
    const { email, personId, id } = await anAlert({ query: { q: "erase me" } });
    expect(await erasePerson({ personId })).toMatchObject({ ok: true });
    expect(await whereIs(personId, email, id)).toEqual([]);
  });
});

describe("the clock", () => {
  test("deletes what nobody confirmed after a week, with its owner, and keeps what was confirmed", async () => {
    const waiting = await anAlert({ confirmed: false, now: start });
    const kept = await anAlert({ now: start });
    await clearAlerts(after(6.9));
    expect(await findKept(waiting.id)).not.toBeNull();
    await clearAlerts(after(7.1));
    expect(await findKept(waiting.id)).toBeNull();
    expect(await isThere(waiting.personId)).toBe(false);
    expect(await findKept(kept.id)).not.toBeNull();
  });

  test("forgets letters of alerts after a month", async () => {
    const { id } = await anAlert({ now: start });
    await db.letter.updateMany({ where: { alertId: id }, data: { sentAt: start } });
    await clearAlerts(after(29));
    expect(await lettersAbout(id)).toHaveLength(1);
    await clearAlerts(after(31));
    expect(await lettersAbout(id)).toEqual([]);
  });
});
