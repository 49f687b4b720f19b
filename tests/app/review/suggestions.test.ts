import { signIn } from "#tests/support/signed-in.ts";
import { beforeEach, expect, test } from "vitest";
import { findAnswer } from "#app/(editorial)/editor/answer.ts";
import { POST } from "#app/(editorial)/editor/suggestions/settle/route.ts";
import { suggestChange } from "#lib/commands/submissions/suggest-change.ts";
import { db } from "#lib/data/db.ts";
import { aPerson } from "#tests/support/people.ts";
import { posted } from "#tests/support/posted.ts";
import { aVersion } from "#tests/support/versions.ts";

let suggestion: string;

beforeEach(async () => {
  await signIn(await aPerson("editor"));
  const { caseStudyId } = await aVersion("published");
  const { slug } = await db.caseStudy.findUniqueOrThrow({ where: { id: caseStudyId } });
  await suggestChange({ slug: slug ?? "", text: "Wrong year.", email: "reader@kent.example" });
  suggestion = (await db.suggestion.findFirstOrThrow({ where: { caseStudyId } })).id;
});

async function settle(fields: Record<string, string>) {
  const response = await POST(posted(fields));
  const place = new URL(response.headers.get("location") ?? "", "https://casebook.example");
  expect([response.status, place.pathname]).toEqual([303, "/editor/suggestions"]);
  return findAnswer("/editor/suggestions", Object.fromEntries(place.searchParams));
}

test("an answer settles it, and a second one is kept and told why it does not", async () => {
  expect((await settle({ suggestion, answer: "It is changed." })).done).toMatch(/^It is settled\. A letter/);
  const second = await settle({ suggestion, answer: "It stays." });
  expect(second.notDone).toHaveLength(1);
  expect(second.typed).toEqual({ about: suggestion, answer: "It stays." });
});

test.each([
  ["", "Say what came of it"],
  ["a".repeat(2001), "Use 2,000 characters or fewer"],
])("what cannot be sent comes back as it was typed", async (answer, error) => {
  const refused = await settle({ suggestion, answer });
  expect(refused.errors).toEqual({ [`answer-${suggestion}`]: error });
  expect(refused.typed).toEqual({ about: suggestion, answer });
  expect(await db.suggestion.findUnique({ where: { id: suggestion } })).toMatchObject({ handledAt: null });
});

test("a contributor settles nothing", async () => {
  await signIn(await aPerson());
  await expect(POST(posted({ suggestion, answer: "It is changed." }))).rejects.toThrow();
});
