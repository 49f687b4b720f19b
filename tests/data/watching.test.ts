import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/data/db.ts";
import { never, oweLetter } from "#lib/data/letters/letters.ts";
import { countConnections } from "#lib/data/pool.ts";
import { countJobs, latestMigration } from "#lib/data/watch/condition.ts";
import { countLetters } from "#lib/data/watch/letters.ts";
import { openQueue, startQueue } from "#lib/jobs/queue.ts";
import { prepareQueue } from "#lib/jobs/prepare-queue.ts";
import { databaseFigures } from "#lib/programs/launch/watch/database-figures.ts";
import { createLog } from "#lib/ops/log.ts";
import { newestMigration } from "#prisma/migrate.ts";
import { aPerson } from "#tests/support/people.ts";
import { aVersion } from "#tests/support/versions.ts";

const url = () => process.env["DATABASE_URL"] ?? "";
beforeAll(() => prepareQueue(url()));

const hour = 3_600_000;

test("a database that was brought up to date has the newest migration of the code", async () => {
  expect(await latestMigration()).toBe(await newestMigration());
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`update _prisma_migrations set rolled_back_at = now() where migration_name = ${await newestMigration()}`;
  });
  expect((await latestMigration()) < (await newestMigration())).toBe(true);
  await db.$executeRaw`update _prisma_migrations set rolled_back_at = null`;
});

test("a job that nobody does grows old, and one that is to come does not", async () => {
  const queue = openQueue(url(), createLog("silent"), { supervise: false, schedule: false });
  await startQueue(queue);
  await queue.send("clear-limits", {}, { startAfter: new Date(Date.now() + hour) });
  expect(await countJobs()).toEqual({ waiting: 0, running: 0, failed: 0, oldestSeconds: 0 });
  await queue.send("mark-overdue", {}, { startAfter: new Date(Date.now() - hour) });
  await queue.stop({ graceful: false });
  const { waiting, oldestSeconds } = await countJobs();
  expect(waiting).toBe(1);
  expect(oldestSeconds).toBeGreaterThan(3590);
});

test("letters are counted by what became of them", async () => {
  const to = await aPerson("editor");
  const owe = (age: number) => oweLetter(db, { kind: "invited", toId: to.id, now: new Date(Date.now() - age) });
  await owe(2 * hour);
  await owe(hour);
  await owe(3 * hour);
  await owe(4 * hour);
  await owe(5 * hour);
  const [wanted, oldest, next] = await db.letter.findMany({ orderBy: { queuedAt: "asc" }, take: 3 });
  // Not sent on purpose.
  await db.letter.update({ where: { id: wanted?.id ?? "" }, data: { dueAt: never } });
  await db.letter.update({ where: { id: oldest?.id ?? "" }, data: { sentAt: new Date() } });
  await db.letter.update({ where: { id: next?.id ?? "" }, data: { dueAt: never, bounced: true } });
  await owe(6 * hour);
  const [returned] = await db.letter.findMany({ orderBy: { queuedAt: "asc" }, take: 1 });
  const daysAgo = new Date(Date.now() - 48 * hour);
  await db.letter.update({ where: { id: returned?.id ?? "" }, data: { sentAt: daysAgo, bounced: true } });
  const { oldestSeconds, ...counts } = await countLetters();
  expect(counts).toEqual({ waiting: 2, givenUp: 2, sent: 1 });
  expect(Math.round(oldestSeconds / 3600)).toBe(2);
});

describe("all figures of the database together", () => {
  test("are numbers, with the ages of what waits for editors, and name nobody", async () => {
    await aVersion("submitted");
    const late = await aVersion("published");
    await db.version.update({
      where: { id: late.id },
      data: { reviewBy: new Date(Date.now() - 48 * hour), overdue: true },
    });
    const figures = await databaseFigures();
    const valueOf = (name: string, state?: string) =>
      figures.find((figure) => figure.name === name && figure.of?.["state"] === state)?.value;
    expect(valueOf("casebook_open_versions", "submitted")).toBe(1);
    expect(valueOf("casebook_reviews_due")).toBe(1);
    expect(valueOf("casebook_reviews_due_oldest_seconds")).toBeGreaterThan(40 * 3600);
    for (const { value } of figures) expect(Number.isFinite(value) && value >= 0).toBe(true);
    expect(JSON.stringify(figures)).not.toMatch(/@|[0-9a-f]{8}-/);
  });

  test("take one connection", async () => {
    await Promise.all([databaseFigures(), expect.poll(() => countConnections().inUse).toBeLessThanOrEqual(1)]);
    expect(countConnections()).toMatchObject({ inUse: 0, waiting: 0 });
  });
});
