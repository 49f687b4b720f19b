import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { suggestChange } from "#lib/commands/submissions/suggest-change.ts";
import { sendLetters } from "#lib/commands/letters/send-letters.ts";
import { writeLetter } from "#lib/commands/letters/write-letter.ts";
import { db } from "#lib/data/db.ts";
import { findLetter } from "#lib/data/letters/letters.ts";
import { readEnv } from "#lib/ops/env.ts";
import { listen } from "#tests/support/letters.ts";
import { aVersion } from "#tests/support/versions.ts";

const slugOf = async ({ caseStudyId }: { caseStudyId: string }) =>
  (await db.caseStudy.findUniqueOrThrow({ where: { id: caseStudyId } })).slug ?? "";
const suggestion = { text: "  The figure is for 2023.\r\n", email: " Reader@Kent.Example " };

test("a suggestion is kept as it was typed, with whom to answer, and the editors are written to", async () => {
  const version = await aVersion("published");
  const { caseStudyId } = version;
  expect(await suggestChange({ slug: await slugOf(version), ...suggestion })).toMatchObject({ ok: true });

  const [kept, ...others] = await db.suggestion.findMany({ where: { caseStudyId }, include: { from: true } });
  expect(others).toEqual([]);
  expect(kept).toMatchObject({
    text: "The figure is for 2023.",
    from: { email: "reader@kent.example" },
    handledAt: null,
  });
  const letters = await db.letter.findMany({ where: { versionId: version.id, kind: "suggestion" } });
  expect(letters).toEqual([expect.objectContaining({ toId: null, sentAt: null })]);

  const { received } = await listen();
  await sendLetters();
  const announced = received.filter(({ email }) => email.subject?.startsWith("A change is suggested"));
  expect(announced).toMatchObject([{ to: [readEnv().EDITORS_EMAIL] }]);
  expect(announced[0]?.email.text).toContain("reader@kent.example wrote:\n\n> The figure is for 2023.\n\nTo ask back");
});

test("each letter carries its own suggestion, though two came in one moment", async () => {
  const version = await aVersion("published");
  const [slug, now] = [await slugOf(version), new Date()];
  for (const text of ["One is wrong.", "Two is wrong."]) await suggestChange({ ...suggestion, slug, text, now });
  const owed = await db.letter.findMany({ where: { versionId: version.id, kind: "suggestion" } });
  const found = await Promise.all(owed.map(({ id }) => findLetter(id)));
  const letters = await Promise.all(found.flatMap((one) => (one ? [writeLetter(one)] : [])));
  expect(letters.map(({ quote }) => quote?.words).toSorted()).toEqual(["One is wrong.", "Two is wrong."]);
});

test("what a program seems to have written is kept, and nobody is written to about it", async () => {
  const version = await aVersion("published");
  const outcome = await suggestChange({ slug: await slugOf(version), ...suggestion, announced: false });
  expect(outcome.ok).toBe(true);
  expect(await db.suggestion.count({ where: { caseStudyId: version.caseStudyId } })).toBe(1);
  expect(await db.letter.count({ where: { versionId: version.id, kind: "suggestion" } })).toBe(0);
});

test("ten copies of one form are one suggestion and one letter", async () => {
  const version = await aVersion("published");
  const [slug, key] = [await slugOf(version), randomUUID()];
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => suggestChange({ slug, key, ...suggestion })));
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  expect(await db.suggestion.count({ where: { caseStudyId: version.caseStudyId } })).toBe(1);
  expect(await db.letter.count({ where: { versionId: version.id, kind: "suggestion" } })).toBe(1);
});

test("two readers at the same moment, with one address that is new here, are both heard", async () => {
  const version = await aVersion("published");
  const [slug, email] = [await slugOf(version), "two.at.once@kent.example"];
  const outcomes = await Promise.all(["One.", "Two.", "Three."].map((text) => suggestChange({ slug, email, text })));
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  expect(await db.suggestion.count({ where: { from: { email } } })).toBe(3);
});

test("the same form with another text, by the Back button, is another suggestion", async () => {
  const version = await aVersion("published");
  const [slug, key] = [await slugOf(version), randomUUID()];
  for (const text of ["The figure is for 2023.", "The year is right after all.", "The figure is for 2023."])
    await suggestChange({ slug, key, ...suggestion, text });
  const kept = await db.suggestion.findMany({ where: { caseStudyId: version.caseStudyId }, orderBy: { id: "asc" } });
  expect(kept.map(({ text }) => text).toSorted()).toEqual(["The figure is for 2023.", "The year is right after all."]);
});

test.each(["withdrawn", "unpublished"] as const)("nothing can be suggested about what is %s", async (state) => {
  const version = await aVersion(state);
  expect(await suggestChange({ slug: await slugOf(version), ...suggestion })).toEqual({
    ok: false,
    reason: "not-found",
  });
  expect(await db.suggestion.count({ where: { caseStudyId: version.caseStudyId } })).toBe(0);
});
