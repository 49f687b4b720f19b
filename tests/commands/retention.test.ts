import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { clearLinks } from "#lib/commands/letters/clear-links.ts";
import { db } from "#lib/data/db.ts";
import { linkFor } from "#lib/data/letters/links.ts";
import { keptAboutPeople } from "#lib/domain/people/kept.ts";
import { draftDays } from "#lib/ops/env.ts";
import { loadReferenceLists } from "#prisma/seed/reference.ts";
import { aging } from "#tests/support/aging.ts";
import { aPerson } from "#tests/support/people.ts";

const folder = await mkdtemp(join(tmpdir(), "casebook-files-"));
vi.stubEnv("FILES_DIR", folder);
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeAll(loadReferenceLists);

const units = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const ended = keptAboutPeople(draftDays().deletion).flatMap((row) => (row.limit ? [{ ...row, limit: row.limit }] : []));

test("everything the page on privacy says an end of is looked at here, and nothing else", () => {
  expect(Object.keys(aging).toSorted()).toEqual(ended.map(({ key }) => key).toSorted());
});

describe("what is kept for a time is there just before it is over, and gone just after", () => {
  test.each(ended)("$what: $limit.after $limit.unit", async ({ key, limit: { after, unit } }) => {
    const { keep, end } = aging[key]!;
    // Millisecond for millisecond as the database keeps it.
    const now = new Date();
    const places = await keep(now);
    const margin = unit === "day" ? units.hour : units.minute;
    const over = now.getTime() + after * units[unit];

    await end(new Date(over - margin));
    expect(await places()).not.toEqual([]);
    await end(new Date(over + margin));
    expect(await places()).toEqual([]);
  });
});

test("a link is forgotten when it has run out, and one that lasts stays", async () => {
  const [{ id: personId }, now] = [await aPerson(), new Date()];
  const link = await linkFor({ purpose: "mine", versionId: undefined, personId }, now);
  const lasting = await db.link.create({
    data: { tokenHash: Buffer.from(crypto.randomUUID()), purpose: "draft", createdAt: now },
  });
  const count = () => db.link.count({ where: { OR: [{ personId }, { id: lasting.id }] } });
  await clearLinks(new Date((link?.until?.getTime() ?? 0) - 1000));
  expect(await count()).toBe(2);
  await clearLinks(new Date((link?.until?.getTime() ?? 0) + 1000));
  expect(await count()).toBe(1);
});
