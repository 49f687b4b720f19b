import { randomBytes, randomUUID } from "node:crypto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { db } from "#lib/data/db.ts";
import { clearLimits, spend } from "#lib/data/limits.ts";
import { clientAddress } from "#lib/http/limits.ts";

const anAddress = () => `2001:db8:${randomBytes(2).toString("hex")}:${randomBytes(2).toString("hex")}::/64`;
const times = <Value>(count: number, work: () => Promise<Value>) => Promise.all(Array.from({ length: count }, work));
const hour = 3_600_000;

afterEach(() => void vi.useRealTimers());
const setClock = (at: number) => vi.useFakeTimers({ now: at, toFake: ["Date"] });

describe("spending", () => {
  test("a hundred at once get exactly what there is, and the rest is told which limit and for how long (V2.3.2, V2.4.1, V15.2.2)", async () => {
    const address = anAddress();
    const outcomes = await times(100, () => spend("start", { address }));
    const refused = outcomes.filter((outcome) => !outcome.ok).map(({ reason }) => reason);
    expect(refused).toHaveLength(70);
    for (const { limit, seconds } of refused) {
      expect(limit).toBe("drafts-hour");
      expect(seconds).toBeGreaterThan(3500);
      expect(seconds).toBeLessThanOrEqual(3600);
    }
  });

  test("one address leaves another, and one limit another, as it was", async () => {
    const address = anAddress();
    await times(31, () => spend("start", { address }));
    expect((await spend("start", { address })).ok).toBe(false);
    expect(await spend("start", { address: anAddress() })).toEqual({ ok: true, value: null });
    expect(await spend("submit", { address })).toEqual({ ok: true, value: null });
  });

  test("an e-mail address counts from wherever it is used, however it is written, and only where it is known", async () => {
    const email = `${randomBytes(4).toString("hex")}@council.example`;
    await times(6, () => spend("letter", { address: anAddress(), email }));
    const outcome = await spend("letter", { address: anAddress(), email: ` ${email.toUpperCase()}` });
    expect(outcome).toMatchObject({ ok: false, reason: { limit: "letters-email" } });
    expect(await spend("letter", { address: anAddress(), email: null })).toMatchObject({ ok: true });
  });

  test("a large amount counts for what it is", async () => {
    const address = anAddress();
    expect(await spend("save", { address }, 299_000)).toMatchObject({ ok: true });
    expect(await spend("save", { address }, 1000)).toMatchObject({ ok: true });
    expect(await spend("save", { address }, 1)).toMatchObject({ ok: false, reason: { limit: "bytes" } });
  });

  test("a draft is revised so often and no more, from wherever it is, and another is left as it was", async () => {
    const draft = randomUUID();
    expect(await spend("revision", { address: anAddress(), draft }, 2000)).toMatchObject({ ok: true });
    const outcome = await spend("revision", { address: anAddress(), draft });
    expect(outcome).toMatchObject({ ok: false, reason: { limit: "saves-draft" } });
    expect(await spend("revision", { address: anAddress(), draft: randomUUID() })).toMatchObject({ ok: true });
  });

  test("one address makes only so many revisions, of however many drafts", async () => {
    const address = anAddress();
    for (let drafts = 0; drafts < 10; drafts += 1) await spend("revision", { address, draft: randomUUID() }, 2000);
    const outcome = await spend("revision", { address, draft: randomUUID() });
    expect(outcome).toMatchObject({ ok: false, reason: { limit: "saves-address" } });
  });

  test("an address that is not known has no limit, rather than one for everybody whose is not", async () => {
    const request = (headers: HeadersInit) => new Request("https://casebook.example/", { headers });
    const [unknown, empty] = [clientAddress(request({})), clientAddress(request({ "x-client-address": "" }))];
    expect([unknown, empty]).toEqual([null, null]);
    await spend("start", { address: unknown }, 31);
    expect(await spend("start", { address: empty })).toMatchObject({ ok: true });
  });

  test("works again when its time is over, and not before", async () => {
    const address = anAddress();
    const began = Date.now();
    setClock(began);
    await times(30, () => spend("start", { address }));
    setClock(began + hour - 1000);
    expect(await spend("start", { address })).toEqual({ ok: false, reason: { limit: "drafts-hour", seconds: 1 } });
    setClock(began + hour);
    expect(await spend("start", { address })).toMatchObject({ ok: true });
  });

  test("is told from a database that does not answer, which is an error (V16.5.3)", async () => {
    await db.$executeRaw`alter table "LimitUse" rename to "Elsewhere"`;
    await expect(spend("start", { address: anAddress() })).rejects.toThrow();
    await db.$executeRaw`alter table "Elsewhere" rename to "LimitUse"`;
  });
});

describe("what is kept", () => {
  test("names neither an address nor a person", async () => {
    await db.limitUse.deleteMany();
    await spend("letter", { address: "203.0.113.77", email: "jo.bloggs@council.example" });
    const rows = await db.limitUse.findMany({ orderBy: { key: "asc" } });
    expect(rows.map(({ key }) => key.replace(/[\w-]{43}$/, "…"))).toEqual(["letters-address:…", "letters-email:…"]);
    expect(JSON.stringify(rows, (_, value: unknown) => String(value))).not.toMatch(/203|bloggs/);
  });

  test("is forgotten when it has run out", async () => {
    await db.limitUse.deleteMany();
    await spend("start", { address: anAddress() });
    expect(await clearLimits()).toBe(0);
    expect(await clearLimits(new Date(Date.now() + hour + 1000))).toBe(1);
    expect(await clearLimits(new Date(Date.now() + 24 * hour + 1000))).toBe(1);
    expect(await db.limitUse.count()).toBe(0);
  });
});
