import { expect, test } from "vitest";
import { moveVersion } from "#lib/commands/move-version.ts";
import { publishDue } from "#lib/commands/publish-due.ts";
import { db } from "#lib/data/db.ts";
import { generation, snapshot } from "#tests/support/snapshot.ts";
import { aVersion, type AVersion } from "#tests/support/versions.ts";

async function scheduled(publishAt: string, title?: string): Promise<AVersion> {
  const version = await aVersion("accepted", title ? { title } : {});
  const details = { publishAt: new Date(publishAt) };
  await moveVersion({ id: version.id, basedOn: 1, move: "schedule", actor: version.editor, details });
  return version;
}
const stateOf = async ({ id }: AVersion) => (await db.version.findUniqueOrThrow({ where: { id } })).state;

test("only what is due is published, in the clock's name and at the clock's time", async () => {
  const due = await scheduled("2030-01-02T09:00Z");
  const exactly = await scheduled("2030-01-02T10:00Z");
  const later = await scheduled("2030-01-02T10:01Z");
  const [accepted, now] = [await aVersion("accepted"), new Date("2030-01-02T10:00Z")];

  expect(await publishDue(now)).toBe(2);

  expect(await Promise.all([due, exactly, later, accepted].map(stateOf))).toEqual([
    "published",
    "published",
    "scheduled",
    "accepted",
  ]);
  const [line] = await db.event.findMany({ where: { versionId: due.id, kind: "publish" } });
  expect(line).toMatchObject({ actorId: null, at: now, fromState: "scheduled" });
  expect(await db.listing.findUnique({ where: { caseStudyId: due.caseStudyId } })).toMatchObject({ publishedAt: now });
});

test("a second run finds nothing to do and changes nothing", async () => {
  await scheduled("2031-01-02T09:00Z");
  const now = new Date("2031-01-02T10:00Z");
  await publishDue(now);
  const before = await snapshot();
  expect(await publishDue(now)).toBe(0);
  expect(await snapshot()).toEqual(before);
});

test("several processes at once publish each version once", async () => {
  const versions = [];
  for (let number = 0; number < 4; number++)
    versions.push(await scheduled("2032-01-02T09:00Z", `Due at once ${number}`));
  const [before, now] = [await generation(), new Date("2032-01-02T10:00Z")];

  const counts = await Promise.all([publishDue(now), publishDue(now), publishDue(now)]);

  expect(counts.reduce((sum, count) => sum + count)).toBe(4);
  expect(await generation()).toBe(before + 4);
  const ids = versions.map(({ id }) => id);
  expect(await db.event.count({ where: { versionId: { in: ids }, kind: "publish" } })).toBe(4);
});

test("what was unscheduled in time is not published", async () => {
  const version = await scheduled("2033-01-02T09:00Z");
  await moveVersion({ id: version.id, basedOn: 1, move: "unschedule", actor: version.editor });
  await publishDue(new Date("2033-01-02T10:00Z"));
  expect(await stateOf(version)).toBe("accepted");
});
