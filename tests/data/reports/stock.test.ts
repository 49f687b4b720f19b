import { beforeEach, describe, expect, test } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import { listQueueAges } from "#lib/data/reports/queue-ages.ts";
import { listQuietTopics } from "#lib/data/reports/quiet-topics.ts";
import { countReviewsDue } from "#lib/data/reports/reviews-due.ts";
import { emptyDirectory } from "#tests/support/empty-directory.ts";
import { aVersion } from "#tests/support/versions.ts";

const day = 24 * 60 * 60 * 1000;
const now = new Date("2026-11-28T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * day);

beforeEach(() => emptyDirectory());

describe("the ages of the queue", () => {
  test("an empty queue has none", async () => {
    await aVersion("published", {}, daysAgo(3));
    expect(await listQueueAges(now)).toEqual([]);
  });

  test("are counted by state and band, a whole week being the next, with the oldest", async () => {
    for (const days of [0, 6.9, 7, 13.9, 14, 28, 83.9]) await aVersion("submitted", {}, daysAgo(days));
    const oldest = await aVersion("submitted", { title: "The oldest" }, daysAgo(84));
    await aVersion("held", {}, daysAgo(1));
    expect(await listQueueAges(now)).toMatchObject([
      { state: "submitted", bands: [2, 2, 1, 2, 1], total: 8, oldest: { id: oldest.id, title: "The oldest" } },
      { state: "held", bands: [1, 0, 0, 0, 0], total: 1 },
    ]);
  });

  test("what editors have waits since it was sent; what the council has, since it has it", async () => {
    const { id, editor } = await aVersion("in_review", {}, daysAgo(30));
    expect(await listQueueAges(now)).toMatchObject([{ state: "in_review", bands: [0, 0, 0, 1, 0] }]);
    const move = { id, basedOn: 1, actor: editor, reason: "Say more", now: daysAgo(3) } as const;
    await moveVersion({ ...move, move: "requestChanges" });
    expect(await listQueueAges(now)).toMatchObject([
      { state: "changes_requested", bands: [1, 0, 0, 0, 0], oldest: { since: daysAgo(3) } },
    ]);
  });
});

describe("quiet topics", () => {
  const slugs = async () => (await listQuietTopics(now)).map(({ slug }) => slug);

  test("in an empty directory are all there are, without a newest", async () => {
    expect(await slugs()).toHaveLength(await db.topic.count({ where: { retiredAt: null, mergedIntoId: null } }));
    expect((await listQuietTopics(now))[0]).toMatchObject({ total: 0, newest: null, parent: "" });
  });

  test("are not those with something new within them; a year to the day is not recent", async () => {
    await aVersion("published", { topics: ["buses"] }, daysAgo(300));
    await aVersion("published", { topics: ["libraries"] }, daysAgo(400));
    const quiet = await listQuietTopics(now);
    const named = (slug: string) => quiet.find((one) => one.slug === slug);
    expect([named("buses"), named("transport")]).toEqual([undefined, undefined]);
    expect(named("libraries")).toMatchObject({ parent: "Culture, tourism, leisure and sport", total: 1 });
    expect(named("libraries")?.newest?.getTime()).toBe(named("culture-tourism-leisure-and-sport")?.newest?.getTime());
    expect(named("walking-and-cycling")).toMatchObject({ total: 0, newest: null });
  });

  test("stand under the topic they lie within, wherever that was moved, and in the order they have there", async () => {
    const places = await db.topic.findMany({ select: { id: true, position: true } });
    await db.topic.update({ where: { id: "transport" }, data: { position: -1 } });
    const quiet = await listQuietTopics(now);
    const tops = await db.topic.findMany({ where: { parentId: null, retiredAt: null }, orderBy: { position: "asc" } });
    const trees = tops.map(async ({ id, slug }) => [
      slug,
      ...(await db.topic.findMany({ where: { parentId: id, retiredAt: null }, orderBy: { position: "asc" } })).map(
        (topic) => topic.slug,
      ),
    ]);
    expect(quiet.map(({ slug }) => slug)).toEqual((await Promise.all(trees)).flat());
    expect(quiet[0]?.slug).toBe("transport");
    for (const { id, position } of places) await db.topic.update({ where: { id }, data: { position } });
  });

  test("are none that editors retired", async () => {
    await db.topic.update({ where: { id: "buses" }, data: { retiredAt: now } });
    expect(await slugs()).not.toContain("buses");
    await db.topic.update({ where: { id: "buses" }, data: { retiredAt: null } });
  });
});

describe("reviews due", () => {
  const dueOn = async (date: string, title: string) => {
    const { id } = await aVersion("published", { title });
    await db.version.update({ where: { id }, data: { reviewBy: new Date(date) } });
    return id;
  };

  test("an empty directory has none, in any month", async () => {
    expect(await countReviewsDue(now)).toEqual({
      ...{ overdue: 0, oldest: null },
      months: ["2026-11", "2026-12", "2027-01", "2027-02"].map((month) => ({ month, due: 0 })),
    });
  });

  test("are overdue, due in the rest of this month, or in one of the next three", async () => {
    const oldest = await dueOn("2025-06-01", "Long forgotten");
    for (const date of [
      "2026-11-27",
      "2026-11-28",
      "2026-11-30",
      "2026-12-01",
      "2027-01-31",
      "2027-02-28",
      "2027-03-01",
    ])
      await dueOn(date, `Due ${date}`);
    expect(await countReviewsDue(now)).toMatchObject({
      overdue: 2,
      oldest: { id: oldest, title: "Long forgotten" },
      // On its day none is overdue yet, as on its page.
      months: [{ due: 2 }, { due: 1 }, { due: 1 }, { due: 1 }],
    });
  });

  test("are overdue from the midnight of London on", async () => {
    await dueOn("2026-06-30", "Due at the end of June");
    expect((await countReviewsDue(new Date("2026-06-30T22:30:00Z"))).overdue).toBe(0);
    expect((await countReviewsDue(new Date("2026-06-30T23:30:00Z"))).overdue).toBe(1);
  });

  test("are only of what is published", async () => {
    const { id } = await aVersion("withdrawn");
    await db.version.update({ where: { id }, data: { reviewBy: new Date("2025-01-01"), overdue: true } });
    expect((await countReviewsDue(now)).overdue).toBe(0);
  });
});
