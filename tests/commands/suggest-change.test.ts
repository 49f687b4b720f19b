import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { suggestChange } from "#lib/commands/submissions/suggest-change.ts";
import { sendLetters } from "#lib/commands/letters/send-letters.ts";
import { db } from "#lib/data/db.ts";
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
});

test("ten copies of one form are one suggestion and one letter", async () => {
  const version = await aVersion("published");
  const [slug, key] = [await slugOf(version), randomUUID()];
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => suggestChange({ slug, key, ...suggestion })));
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  expect(await db.suggestion.count({ where: { caseStudyId: version.caseStudyId } })).toBe(1);
  expect(await db.letter.count({ where: { versionId: version.id, kind: "suggestion" } })).toBe(1);
});

test.each(["withdrawn", "unpublished"] as const)("nothing can be suggested about what is %s", async (state) => {
  const version = await aVersion(state);
  expect(await suggestChange({ slug: await slugOf(version), ...suggestion })).toEqual({
    ok: false,
    reason: "not-found",
  });
  expect(await db.suggestion.count({ where: { caseStudyId: version.caseStudyId } })).toBe(0);
});
