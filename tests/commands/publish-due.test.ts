import { expect, test } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { publishDue } from "#lib/commands/workflow/publish-due.ts";
import { db } from "#lib/data/db.ts";
import { createLog } from "#lib/ops/log.ts";
import { generation, snapshot } from "#tests/support/snapshot.ts";
import { aVersion, type AVersion } from "#tests/support/versions.ts";

async function scheduled(publishAt: string, title?: string): Promise<AVersion> {
  const version = await aVersion("accepted", title ? { title } : {});
  const details = { publishAt: new Date(publishAt) };
  await moveVersion({ id: version.id, basedOn: 1, move: "schedule", actor: version.editor, details });
  return version;
}
const stateOf = async ({ id }: AVersion) => (await db.version.findUniqueOrThrow({ where: { id } })).state;

test("the editor who has what cannot be published at its time hears of it once", async () => {
  const version = await scheduled("2036-01-02T09:00Z", "On a topic that goes");
  await db.topic.updateMany({ where: { id: { in: ["buses"] } }, data: { retiredAt: new Date() } });
  const quiet = createLog("silent");
  for (const minute of [0, 1, 2]) await publishDue(new Date(Date.UTC(2036, 0, 2, 9, minute)), quiet);
  await db.topic.updateMany({ where: { id: { in: ["buses"] } }, data: { retiredAt: null } });
  expect(await stateOf(version)).toBe("scheduled");
  const letters = await db.letter.findMany({ where: { versionId: version.id, kind: "notPublished" } });
  expect(letters).toMatchObject([{ toId: version.editor.id }]);
  expect(await publishDue(new Date(Date.UTC(2036, 0, 2, 9, 3)), quiet)).toBe(1);
});

test("where that editor edits no more, the editors hear of it", async () => {
  const version = await scheduled("2037-01-02T09:00Z", "On a topic that goes as well");
  await db.person.update({ where: { id: version.editor.id }, data: { active: false } });
  await db.topic.updateMany({ where: { id: { in: ["buses"] } }, data: { retiredAt: new Date() } });
  await publishDue(new Date(Date.UTC(2037, 0, 2, 9)), createLog("silent"));
  await db.topic.updateMany({ where: { id: { in: ["buses"] } }, data: { retiredAt: null } });
  const letter = await db.letter.findFirstOrThrow({ where: { versionId: version.id, kind: "notPublished" } });
  expect(letter.toId).toBeNull();
});

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

test("what was put off between being found due and being published stays scheduled", async () => {
  const version = await scheduled("2034-01-02T09:00Z");
  const now = new Date("2034-01-02T10:00Z");
  await db.version.update({ where: { id: version.id }, data: { publishAt: new Date("2099-02-02T09:00Z") } });
  const outcome = await moveVersion({ id: version.id, basedOn: 1, move: "publish", actor: { kind: "clock" }, now });
  expect(outcome).toEqual({ ok: false, reason: "not-allowed" });
  expect(await stateOf(version)).toBe("scheduled");
});

test("one that cannot be published is noted and does not keep the others back", async () => {
  const broken = await scheduled("2035-01-02T08:00Z");
  const gaps = await scheduled("2035-01-02T08:30Z");
  const sound = await scheduled("2035-01-02T09:00Z");
  await db.version.update({ where: { id: broken.id }, data: { template: "of-another-world" } });
  await db.contact.deleteMany({ where: { caseStudyId: gaps.caseStudyId } });
  const lines: string[] = [];
  const log = createLog("warn", { write: (line) => void lines.push(line) });

  expect(await publishDue(new Date("2035-01-02T10:00Z"), log)).toBe(1);

  expect(await Promise.all([broken, gaps, sound].map(stateOf))).toEqual(["scheduled", "scheduled", "published"]);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ level: 50, version: broken.id }),
    expect.objectContaining({ level: 40, version: gaps.id, reason: "incomplete" }),
  ]);
});

test("what was unscheduled in time is not published", async () => {
  const version = await scheduled("2033-01-02T09:00Z");
  await moveVersion({ id: version.id, basedOn: 1, move: "unschedule", actor: version.editor });
  await publishDue(new Date("2033-01-02T10:00Z"));
  expect(await stateOf(version)).toBe("accepted");
});
