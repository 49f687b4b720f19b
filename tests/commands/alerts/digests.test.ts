import { beforeEach, describe, expect, test } from "vitest";
import { changeAlert } from "#lib/commands/alerts/change-alert.ts";
import { addCollection } from "#lib/commands/catalogue/collections/add-collection.ts";
import { arrangeCollection } from "#lib/commands/catalogue/collections/arrange-collection.ts";
import { clearAlerts } from "#lib/commands/alerts/clear-alerts.ts";
import { oweDigests } from "#lib/commands/alerts/owe-digests.ts";
import { rebuildListing } from "#lib/commands/directory/rebuild-listing.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { readMailedAlert } from "#lib/data/alerts/mailed.ts";
import { db } from "#lib/data/db.ts";
import { publicly, raiseGeneration } from "#lib/data/generation.ts";
import { createLog } from "#lib/ops/log.ts";
import { anAlert, findKept, lettersAbout } from "#tests/support/alerts.ts";
import { aVersion } from "#tests/support/versions.ts";

const hour = 60 * 60 * 1000;
// A Wednesday. Each test has a month of its own, so that none finds another's publications.
let start = new Date("2030-01-02T12:00:00Z");
beforeEach(async () => {
  await db.alert.deleteMany();
  start = new Date(start.getTime() + 28 * 24 * hour);
});
const at = (days: number, hours = 0) => new Date(start.getTime() + (days * 24 + hours) * hour);
const buses = { topic: ["buses"] };
const owed = (id: string) => lettersAbout(id, "digest");

describe("a letter about what is new", () => {
  test("is owed at seven the next morning, once, for what was published since", async () => {
    const { id, personId } = await anAlert({ query: buses, now: start });
    await aVersion("published", {}, at(0, 1));
    expect(await oweDigests(at(0, 2))).toBe(0);
    expect(await oweDigests(at(1, -5.5))).toBe(0);
    expect(await oweDigests(at(1, -5))).toBe(1);
    expect(await oweDigests(at(1, -4))).toBe(0);
    expect(await oweDigests(at(2))).toBe(0);
    const until = new Date(at(1, -5).getTime() - 5 * 60_000);
    expect(await owed(id)).toMatchObject([{ toId: personId, since: start, until, queuedAt: at(1, -5) }]);
  });

  test("is not owed where nothing is new, but the mark moves on", async () => {
    const { id } = await anAlert({ query: buses, now: start });
    await aVersion("published", { topics: ["libraries"] }, at(0, 1));
    await aVersion("accepted", {}, at(0, 1));
    expect(await oweDigests(at(1))).toBe(0);
    expect(await owed(id)).toEqual([]);
    expect((await findKept(id))?.lookedAt).toEqual(new Date(at(1, -5).getTime() - 5 * 60_000));
  });

  test("does not tell of what was published before the alert was confirmed", async () => {
    await aVersion("published", {}, at(0, -1));
    await anAlert({ query: buses, now: start });
    expect(await oweDigests(at(1))).toBe(0);
  });

  test("of every week comes on Monday with the whole week in it", async () => {
    const { id } = await anAlert({ query: buses, frequency: "weekly", now: start });
    await aVersion("published", {}, at(1));
    for (const days of [1, 2, 3, 4]) expect(await oweDigests(at(days))).toBe(0);
    expect(await oweDigests(at(5))).toBe(1);
    expect(await owed(id)).toMatchObject([{ since: start }]);
  });

  test("misses nothing and repeats nothing when its owner changes how often it comes", async () => {
    const { id, token } = await anAlert({ query: buses, frequency: "weekly", now: start });
    await aVersion("published", {}, at(0, 1));
    await changeAlert({ token, frequency: "daily" });
    expect(await oweDigests(at(1))).toBe(1);
    await changeAlert({ token, frequency: "weekly" });
    expect(await oweDigests(at(5))).toBe(0);
    await aVersion("published", {}, at(6));
    expect(await oweDigests(at(12))).toBe(1);
    expect(await owed(id)).toHaveLength(2);
  });

  test("after a pause of the jobs tells of the whole pause", async () => {
    const { id } = await anAlert({ query: buses, now: start });
    await aVersion("published", {}, at(1));
    await aVersion("published", {}, at(4));
    expect(await oweDigests(at(9))).toBe(1);
    expect(await owed(id)).toMatchObject([{ since: start }]);
  });

  test("does not tell of a next version, or of what was tagged anew or came back", async () => {
    const old = await aVersion("published", { topics: ["libraries"] }, at(-20));
    const withdrawn = await aVersion("withdrawn", {}, at(-20));
    await anAlert({ query: buses, now: start });
    await db.listing.updateMany({ where: { caseStudyId: old.caseStudyId }, data: { topics: ["buses"] } });
    const back = { basedOn: 1, move: "restore", actor: withdrawn.editor, reason: "It is right" } as const;
    expect(await moveVersion({ id: withdrawn.id, ...back, now: at(0, 1) })).toMatchObject({ ok: true });
    await rebuildListing();
    expect(await oweDigests(at(1))).toBe(0);
  });
});

describe("a letter about a collection", () => {
  test("tells of what editors put into it, however old, and not of what is only put in another place", async () => {
    const [old, older] = [await aVersion("published", {}, at(-9)), await aVersion("published", {}, at(-12))];
    const { editor: actor } = old;
    const made = { name: "Late buses", introduction: "", caseStudyIds: [older.caseStudyId], actor, now: at(-1) };
    const added = await addCollection(made);
    if (!added.ok) throw new Error("The collection was not made");
    const { id } = added.value;
    const alert = await anAlert({ query: { collection: ["late-buses"] }, now: start });
    expect(await oweDigests(at(1))).toBe(0);

    const arrange = { id, caseStudyId: old.caseStudyId, actor };
    expect(await arrangeCollection({ ...arrange, how: "put", now: at(1, 1) })).toMatchObject({ ok: true });
    expect(await oweDigests(at(2))).toBe(1);
    expect(await arrangeCollection({ ...arrange, how: "up", now: at(2, 1) })).toMatchObject({ ok: true });
    expect(await oweDigests(at(3))).toBe(0);

    const [letter] = await db.letter.findMany({
      where: { alertId: alert.id, kind: "digest" },
      include: { alert: true },
    });
    if (!letter) throw new Error("No letter is owed");
    const { slug } = await db.caseStudy.findUniqueOrThrow({ where: { id: old.caseStudyId } });
    expect(await readMailedAlert(letter)).toMatchObject({ total: 1, matches: [{ slug }] });
  });
});

describe("a run that is cut short", () => {
  test("between two alerts leaves the rest for the next, which writes to nobody twice", async () => {
    const alerts = [];
    for (let count = 0; count < 4; count++) alerts.push(await anAlert({ query: buses, now: start }));
    await aVersion("published", {}, at(0, 1));
    let letters = 0;
    await db.$executeRaw`create or replace function refuse_third() returns trigger language plpgsql as $$
      begin if new."kind" = 'digest' and (select count(*) from "Letter" where "kind" = 'digest' and "queuedAt" = new."queuedAt") >= 2
      then raise exception 'the server was killed'; end if; return new; end $$`;
    await db.$executeRaw`create trigger cut before insert on "Letter" for each row execute function refuse_third()`;
    letters += await oweDigests(at(1), createLog("silent"));
    expect(letters).toBe(2);
    await db.$executeRaw`drop trigger cut on "Letter"`;
    letters += await oweDigests(at(1, 1));
    expect(letters).toBe(4);
    for (const { id } of alerts) expect(await owed(id)).toMatchObject([{ since: start }]);
  });

  test("and several at once write to each once", async () => {
    const alerts = [];
    for (let count = 0; count < 3; count++) alerts.push(await anAlert({ query: buses, now: start }));
    await aVersion("published", {}, at(0, 1));
    const counts = await Promise.all(Array.from({ length: 5 }, (_, hours) => oweDigests(at(1, hours))));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3);
    for (const { id } of alerts) expect(await owed(id)).toHaveLength(1);
  });

  test("and one that begins while another is over the line of a day neither doubles nor skips", async () => {
    const { id } = await anAlert({ query: buses, now: start });
    await aVersion("published", {}, at(0, 1));
    await aVersion("published", {}, at(1, 1));
    await Promise.all([oweDigests(at(1)), oweDigests(at(2)), oweDigests(at(2))]);
    await oweDigests(at(2));
    const spans = (await owed(id)).map(({ since, until }) => [since?.getTime() ?? 0, until?.getTime() ?? 0] as const);
    const covered = [at(0, 1), at(1, 1)].map((one) => spans.filter(([from, to]) => from < +one && +one <= to).length);
    expect(covered).toEqual([1, 1]);
  });
});

describe("a filter that is retired", () => {
  // Nothing published has it: otherwise it is still there for readers.
  const cyber = { topic: ["cyber"] };
  const retire = async (retiredAt: Date | null, id = "cyber") => {
    await db.topic.update({ where: { id }, data: { retiredAt } });
    await publicly(raiseGeneration);
  };

  test("ends no alert and widens none: its owner hears of it once, and of what was missed if it comes back", async () => {
    const { id } = await anAlert({ query: cyber, now: start });
    await aVersion("published", { topics: ["libraries"] }, at(0, 1));
    await retire(at(0, 2));
    expect([await oweDigests(at(1)), await oweDigests(at(2))]).toEqual([1, 0]);
    expect(await lettersAbout(id, "alertLost")).toHaveLength(1);
    expect(await owed(id)).toEqual([]);
    await retire(null);
    const back = await aVersion("published", { topics: ["cyber"] }, at(2, 1));
    expect(await oweDigests(at(3))).toBe(1);
    expect(await owed(id)).toMatchObject([{ since: start }]);
    expect(await findKept(id)).toMatchObject({ lostAt: null });
    const move = { id: back.id, basedOn: 1, move: "withdraw", actor: back.editor, reason: "Over" } as const;
    expect((await moveVersion(move)).ok).toBe(true);
  });

  test("and that something published still has goes on", async () => {
    const { id } = await anAlert({ query: buses, now: start });
    await aVersion("published", {}, at(0, 1));
    await retire(at(0, 2), "buses");
    expect(await oweDigests(at(1))).toBeGreaterThan(0);
    expect(await lettersAbout(id, "alertLost")).toEqual([]);
    expect(await owed(id)).toHaveLength(1);
    await retire(null, "buses");
  });

  test("that stays away takes the alert along after a month", async () => {
    const { id } = await anAlert({ query: cyber, now: start });
    await retire(at(0, 2));
    await oweDigests(at(1));
    await clearAlerts(at(30));
    expect(await findKept(id)).not.toBeNull();
    await clearAlerts(at(32));
    expect(await findKept(id)).toBeNull();
    await retire(null);
  });

  test("leaves an alert that has others of its kind with those", async () => {
    const { id } = await anAlert({ query: { topic: ["buses", "libraries"] }, now: start });
    await retire(at(0, 2));
    await aVersion("published", { topics: ["libraries"] }, at(0, 3));
    expect(await oweDigests(at(1))).toBe(1);
    expect(await lettersAbout(id, "alertLost")).toEqual([]);
    await retire(null);
  });
});
