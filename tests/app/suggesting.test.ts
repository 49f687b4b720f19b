import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { POST } from "#app/(contributor)/case-studies/[slug]/suggest/send/route.ts";
import { db } from "#lib/data/db.ts";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { paths } from "#lib/http/paths.ts";
import { stampOf } from "#lib/http/stamp.ts";
import { posted } from "#tests/support/posted.ts";
import { aVersion, type AVersion } from "#tests/support/versions.ts";

let version: AVersion;
let slug: string;

beforeEach(async () => {
  version = await aVersion("published");
  slug = (await db.caseStudy.findUniqueOrThrow({ where: { id: version.caseStudyId } })).slug ?? "";
});

async function suggest({ after = 60_000, subject = "" }): Promise<string> {
  const key = randomUUID();
  const stamp = stampOf(key, new Date(Date.now() - after));
  const form = posted({ text: "Wrong year.", email: "reader@kent.example", key, stamp, subject });
  return (await POST(form, { params: Promise.resolve({ slug }) })).headers.get("location") ?? "";
}

const countKept = () => db.suggestion.count({ where: { caseStudyId: version.caseStudyId } });
const countLetters = () => db.letter.count({ where: { versionId: version.id, kind: "suggestion" } });

test("a suggestion that took a person’s time is kept and announced", async () => {
  expect(await suggest({})).toBe(`${paths.suggest(slug)}?sent`);
  expect([await countKept(), await countLetters()]).toEqual([1, 1]);
});

test("one that came quicker than a person types comes back with what was typed", async () => {
  const place = await suggest({ after: 500 });
  const attempt = await findAttempt(place.split("attempt=")[1] ?? "", paths.suggest(slug));
  expect(attempt?.typed).toMatchObject({ text: "Wrong year.", email: "reader@kent.example" });
  expect(attempt?.errors["send"]).toMatch(/quicker than a person types/);
  expect(await countKept()).toBe(0);
});

test("one with the field filled in that people do not see is kept, answered alike and not announced", async () => {
  expect(await suggest({ subject: "Cheap tablets" })).toBe(`${paths.suggest(slug)}?sent`);
  expect([await countKept(), await countLetters()]).toEqual([1, 0]);
});
