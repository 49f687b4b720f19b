import { expect, test } from "vitest";
import { takeReading } from "#lib/commands/submissions/take-reading.ts";
import { db } from "#lib/data/db.ts";
import { clearReadings, findReading, keepReading } from "#lib/data/submissions/word-readings.ts";
import { removeVersions } from "#lib/data/submissions/removal.ts";
import { current, getTemplate } from "#lib/domain/template/templates.ts";
import { aDraft, someAnswers, someContact } from "#tests/support/versions.ts";

const template = getTemplate(current.caseStudy);
const reading = { answers: { summary: "Read." }, contact: null, notUnderstood: [], mixed: {}, pictures: [] };
const picture = { bytes: new Uint8Array([1, 2, 3]), width: 1, height: 1 };

/** Takes this of a reading that had no pictures. */
const take = (versionId: string, basedOn: number, chosen: Partial<Parameters<typeof takeReading>[0]["chosen"]>) =>
  takeReading({
    ...{ versionId, template, basedOn, readingId: crypto.randomUUID() },
    chosen: { answers: {}, contact: null, pictures: [], ...chosen },
  });

const latest = (versionId: string) =>
  db.revision.findFirstOrThrow({ where: { versionId }, orderBy: { number: "desc" } });

test("what was chosen goes into its sections, and everything else stays", async () => {
  const { versionId } = await aDraft({ answers: someAnswers() });
  const before = (await latest(versionId)).answers as Record<string, unknown>;
  const chosen = { summary: "Read.", lessons: "Ask the drivers." };
  const taken = await take(versionId, 1, { answers: chosen });
  expect(taken).toMatchObject({ ok: true, value: { sections: ["about", "lessons"] } });
  expect((await latest(versionId)).answers).toEqual({ ...before, ...chosen });
});

test("a contact that was read takes the place of the form's, and otherwise that stays", async () => {
  const { versionId } = await aDraft({ answers: someAnswers() });
  const contact = { email: "read@dorset.example", name: "Jo", phone: "" };
  await take(versionId, 1, { contact });
  const { answers, number } = await latest(versionId);
  const id = String((answers as Record<string, unknown>)["contact"]);
  expect(await db.contact.findUnique({ where: { id } })).toMatchObject(contact);
  expect(contact.email).not.toBe(someContact.email);
  await take(versionId, number, { answers: { summary: "Read." } });
  expect(await db.contact.findUnique({ where: { id } })).toMatchObject(contact);
});

test("a choice made beside older words changes nothing", async () => {
  const { versionId } = await aDraft({ answers: someAnswers() });
  await take(versionId, 1, { answers: { summary: "Newer.", lessons: "New." } });
  const again = await take(versionId, 1, { answers: { summary: "Newer.", lessons: "Older." } });
  expect(again).toEqual({ ok: false, reason: "stale" });
  expect((await latest(versionId)).answers).toMatchObject({ summary: "Newer.", lessons: "New." });
});

test("the same choice once more is no other choice, and changes nothing", async () => {
  const { versionId } = await aDraft({ answers: someAnswers() });
  const chosen = { answers: { summary: "Read.", lessons: "Ask the drivers." } };
  const first = await take(versionId, 1, chosen);
  expect(await take(versionId, 1, chosen)).toMatchObject({ ok: true, value: { sections: ["about", "lessons"] } });
  expect((await latest(versionId)).number).toBe(first.ok && first.value.revision);
});

test("what was read is found by its own draft alone, for two weeks, and goes with the draft (V8.2.2)", async () => {
  const { versionId } = await aDraft({ answers: someAnswers() });
  const other = await aDraft({ answers: someAnswers() });
  const now = new Date("2026-11-01T10:00:00Z");
  const later = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60 * 1000);
  const id = await keepReading({ versionId, revision: 1, reading, pictures: [picture] }, now);
  expect(await findReading(id, versionId, later(13))).toMatchObject({ revision: 1, reading });
  expect(await findReading(id, other.versionId, now)).toBeNull();
  expect(await findReading(id, versionId, later(14))).toBeNull();
  await clearReadings(later(14));
  expect(await db.wordReading.count({ where: { id } })).toBe(0);

  const second = await keepReading({ versionId, revision: 1, reading, pictures: [picture] });
  await db.$transaction((tx) => removeVersions(tx, [versionId]));
  expect(await db.wordPicture.count({ where: { readingId: second } })).toBe(0);
});

test("of one draft the last three readings are kept", async () => {
  const { versionId } = await aDraft({ answers: someAnswers() });
  for (let minute = 0; minute < 5; minute++)
    await keepReading({ versionId, revision: 1, reading, pictures: [] }, new Date(Date.UTC(2026, 10, 1, 10, minute)));
  expect(await db.wordReading.count({ where: { versionId } })).toBe(3);
});
