import { beforeEach, describe, expect, test } from "vitest";
import { sendLetters } from "#lib/commands/letters/send-letters.ts";
import { erasePerson } from "#lib/commands/people/erasing/erase-person.ts";
import { settleSuggestion } from "#lib/commands/review/settle-suggestion.ts";
import { suggestChange } from "#lib/commands/submissions/suggest-change.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import { countSuggestions, listSuggestions } from "#lib/data/review/suggestions.ts";
import { listen } from "#tests/support/letters.ts";
import { aPerson } from "#tests/support/people.ts";
import { aVersion, type AVersion } from "#tests/support/versions.ts";

const openOnes = { settled: false, only: null, caseStudyId: null } as const;
const email = "reader@kent.example";
let actor: Awaited<ReturnType<typeof aPerson>>;
let version: AVersion;
let id: string;

async function aSuggestion(text = "The figure is for 2023.", now = new Date()) {
  const { slug } = await db.caseStudy.findUniqueOrThrow({ where: { id: version.caseStudyId } });
  await suggestChange({ slug: slug ?? "", text, email, now });
  return (await db.suggestion.findFirstOrThrow({ where: { caseStudyId: version.caseStudyId, text } })).id;
}

beforeEach(async () => {
  actor = await aPerson("editor");
  version = await aVersion("published", { title: "Night buses" });
  id = await aSuggestion();
});

const lettersAbout = (suggestionId: string) =>
  db.letter.findMany({ where: { suggestionId, kind: "settle" }, include: { to: true } });

describe("settling", () => {
  test("keeps the answer, and writes it to whoever suggested it, word for word", async () => {
    const answer = "You are right.\nIt says 2024 now: “two thirds”.";
    expect(await settleSuggestion({ id, answer: `  ${answer}\r\n`, actor })).toEqual({
      ok: true,
      value: { told: true },
    });
    expect(await db.suggestion.findUnique({ where: { id } })).toMatchObject({ answer, settledById: actor.id });
    expect(await lettersAbout(id)).toMatchObject([{ to: { email } }]);

    const { received } = await listen();
    await sendLetters();
    const [letter] = received.filter(({ email: sent }) => sent.subject === "What came of your suggestion: Night buses");
    expect(letter).toMatchObject({ to: [email] });
    expect(letter?.email.text).toContain("> You are right.\n> It says 2024 now: “two thirds”.");
    expect(letter?.email.text).toContain("/case-studies/night-buses");
  });

  test("is done once, whoever asks at the same moment", async () => {
    const [other, answers] = [await aPerson("administrator"), ["It is changed.", "It stays."]];
    const outcomes = await Promise.all(
      [actor, other].map((who, index) => settleSuggestion({ id, answer: answers[index] ?? "", actor: who })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ ok: false, reason: "settled-already" });
    expect(await lettersAbout(id)).toHaveLength(1);
  });

  test("writes to nobody who was erased, nor keeps what they wrote from being settled", async () => {
    await erasePerson({ personId: (await db.person.findUniqueOrThrow({ where: { email } })).id });
    expect(await settleSuggestion({ id, answer: "It is changed.", actor })).toEqual({
      ok: true,
      value: { told: false },
    });
    expect(await lettersAbout(id)).toEqual([]);
  });

  test.each([
    ["not-allowed", async () => settleSuggestion({ id, answer: "Yes", actor: await aPerson() })],
    ["answer-missing", async () => settleSuggestion({ id, answer: " \n", actor })],
    ["settled-already", async () => settleSuggestion({ id: version.id, answer: "Yes", actor })],
  ])("is refused: %s", async (reason, settle) => {
    expect(await settle()).toEqual({ ok: false, reason });
    expect(await db.suggestion.findUnique({ where: { id } })).toMatchObject({ handledAt: null, answer: "" });
  });
});

describe("the list", () => {
  test("holds what is open, the oldest first, with its page while it has one", async () => {
    const older = await aSuggestion("Older", new Date("2020-01-01T00:00:00Z"));
    const open = await listSuggestions(openOnes, 1);
    expect(open[0]).toMatchObject({
      id: older,
      title: "Night buses",
      from: email,
      slug: expect.stringMatching(/^night-buses/),
    });
    const unpublish = {
      id: version.id,
      basedOn: 1,
      move: "unpublish",
      actor,
      reason: "It was reported twice",
    } as const;
    await moveVersion(unpublish);
    expect((await listSuggestions(openOnes, 1))[0]).toMatchObject({ id: older, title: "Night buses", slug: null });
  });

  test("moves what is settled to the other part, the newest first, with the answer and by whom", async () => {
    const before = await countSuggestions(openOnes);
    await settleSuggestion({ id, answer: "It is changed.", actor });
    expect(await countSuggestions(openOnes)).toMatchObject({ open: before.open - 1, settled: before.settled + 1 });
    expect((await listSuggestions({ ...openOnes, settled: true }, 1))[0]).toMatchObject({
      id,
      answer: "It is changed.",
      settledBy: "A editor",
    });
    expect((await listSuggestions(openOnes, 1)).map((row) => row.id)).not.toContain(id);
  });
});
