import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { sendLetters } from "#lib/commands/letters/send-letters.ts";
import { erasePerson } from "#lib/commands/people/erasing/erase-person.ts";
import { forgetReporters } from "#lib/commands/review/forget-reporters.ts";
import { settleSuggestion } from "#lib/commands/review/settle-suggestion.ts";
import { reportProblem } from "#lib/commands/submissions/report-problem.ts";
import { suggestChange } from "#lib/commands/submissions/suggest-change.ts";
import { db } from "#lib/data/db.ts";
import { countSuggestions, listOpenAbout, listSuggestions } from "#lib/data/review/suggestions.ts";
import { readEnv } from "#lib/ops/env.ts";
import { listen } from "#tests/support/letters.ts";
import { aPerson } from "#tests/support/people.ts";
import { aVersion, type AVersion } from "#tests/support/versions.ts";

const slugOf = async ({ caseStudyId }: { caseStudyId: string }) =>
  (await db.caseStudy.findUniqueOrThrow({ where: { id: caseStudyId } })).slug ?? "";
const keptAbout = ({ caseStudyId }: AVersion) =>
  db.suggestion.findMany({ where: { caseStudyId }, include: { from: true } });
const owedAbout = ({ id }: AVersion) => db.letter.count({ where: { versionId: id, kind: "problem" } });
const anEmail = () => `${randomUUID()}@kent.example`;
const problem = { kind: "link", text: "  The second link is gone.\r\n", email: null } as const;

describe("reporting", () => {
  test("keeps it with its kind and without a person, and writes to the editors", async () => {
    const version = await aVersion("published", { title: "Night buses" });
    expect(await reportProblem({ slug: await slugOf(version), ...problem })).toMatchObject({ ok: true });
    expect(await keptAbout(version)).toMatchObject([{ kind: "link", text: "The second link is gone.", from: null }]);

    const { received } = await listen();
    await sendLetters();
    const [letter] = received.filter(({ email }) => email.subject === "A problem is reported: Night buses");
    expect(letter).toMatchObject({ to: [readEnv().EDITORS_EMAIL] });
    expect(letter?.email.text).toContain("Its kind: broken link.");
    expect(letter?.email.text).toContain("They wrote:\n\n> The second link is gone.");
    expect(letter?.email.text).toContain("They have left no address to answer to.");
  });

  test("keeps whom to answer where an address is left", async () => {
    const [version, email] = [await aVersion("published"), anEmail()];
    await reportProblem({ slug: await slugOf(version), ...problem, email: ` ${email.toUpperCase()} ` });
    expect(await keptAbout(version)).toMatchObject([{ from: { email } }]);
  });

  test("the same form twice is one problem; another text in it is another", async () => {
    const version = await aVersion("published");
    const form = { ...problem, slug: await slugOf(version), key: randomUUID() };
    await Promise.all([reportProblem(form), reportProblem(form)]);
    expect(await keptAbout(version)).toHaveLength(1);
    await reportProblem({ ...form, text: "And the third." });
    expect(await keptAbout(version)).toHaveLength(2);
    expect(await owedAbout(version)).toBe(2);
  });

  test("what a program seems to have written is kept, and nobody is written to about it", async () => {
    const version = await aVersion("published");
    await reportProblem({ slug: await slugOf(version), ...problem, announced: false });
    expect([(await keptAbout(version)).length, await owedAbout(version)]).toEqual([1, 0]);
  });

  test("is possible about what is withdrawn, whose page stays, and not about what was taken down or never was", async () => {
    const [withdrawn, gone] = [await aVersion("withdrawn"), await aVersion("unpublished")];
    expect(await reportProblem({ slug: await slugOf(withdrawn), ...problem })).toMatchObject({ ok: true });
    for (const slug of [await slugOf(gone), "no-such-case-study"])
      expect(await reportProblem({ slug, ...problem })).toEqual({ ok: false, reason: "not-found" });
    expect(await keptAbout(gone)).toEqual([]);
  });
});

describe("settling a problem", () => {
  const settled = async (version: AVersion, actor: Awaited<ReturnType<typeof aPerson>>, now = new Date()) => {
    const { id } = await db.suggestion.findFirstOrThrow({ where: { caseStudyId: version.caseStudyId } });
    return { id, outcome: await settleSuggestion({ id, answer: "The link works again.", actor, now }) };
  };

  test("writes to whoever left an address, in the words of a problem", async () => {
    const [version, email] = [await aVersion("published", { title: "Night buses" }), anEmail()];
    await reportProblem({ slug: await slugOf(version), ...problem, email });
    const { outcome } = await settled(version, await aPerson("editor"));
    expect(outcome).toEqual({ ok: true, value: { told: true } });

    const { received } = await listen();
    await sendLetters();
    const [letter] = received.filter(({ to }) => to.includes(email));
    expect(letter?.email.subject).toBe("What came of the problem you reported: Night buses");
    expect(letter?.email.text).toContain("> The link works again.");
    expect(letter?.email.text?.replace(/\s+/g, " ")).toContain("is deleted 30 days from now");
  });

  test("writes to nobody who left none, nor to anybody who was erased", async () => {
    const [one, two, email] = [await aVersion("published"), await aVersion("published"), anEmail()];
    await reportProblem({ slug: await slugOf(one), ...problem });
    await reportProblem({ slug: await slugOf(two), ...problem, email });
    await erasePerson({ personId: (await db.person.findUniqueOrThrow({ where: { email } })).id });
    for (const version of [one, two]) {
      const { id, outcome } = await settled(version, await aPerson("editor"));
      expect(outcome).toEqual({ ok: true, value: { told: false } });
      expect(await db.letter.count({ where: { suggestionId: id, kind: "settle" } })).toBe(0);
    }
  });

  test("thirty days later the address is gone, with the letter, and the problem stays", async () => {
    const [version, email, now] = [await aVersion("published"), anEmail(), new Date("2025-03-01T12:00:00Z")];
    await reportProblem({ slug: await slugOf(version), ...problem, email, now });
    const { id } = await settled(version, await aPerson("editor"), now);
    await forgetReporters(new Date("2025-03-31T11:59:00Z"));
    expect(await db.person.count({ where: { email } })).toBe(1);

    await forgetReporters(new Date("2025-03-31T12:01:00Z"));
    expect(await db.person.count({ where: { email } })).toBe(0);
    expect(await db.letter.count({ where: { suggestionId: id, kind: "settle" } })).toBe(0);
    expect(await keptAbout(version)).toMatchObject([{ id, from: null, answer: "The link works again." }]);
  });

  test("an address that is held for more stays, and so does that of an open problem", async () => {
    const [version, other, email] = [await aVersion("published"), await aVersion("published"), anEmail()];
    const now = new Date("2025-03-01T12:00:00Z");
    await suggestChange({ slug: await slugOf(other), text: "Say 2024.", email, now });
    await reportProblem({ slug: await slugOf(version), ...problem, email, now });
    await settled(version, await aPerson("editor"), now);
    await forgetReporters(new Date("2025-06-01T12:00:00Z"));
    expect(await keptAbout(version)).toMatchObject([{ from: null }]);
    expect(await keptAbout(other)).toMatchObject([{ from: { email } }]);
  });
});

test("editors see both kinds, one of them, or those about one case study", async () => {
  const [version, other] = [await aVersion("published"), await aVersion("published")];
  const [slug, email] = [await slugOf(version), anEmail()];
  await suggestChange({ slug, text: "Say 2024.", email, now: new Date("2001-01-01") });
  await reportProblem({ ...problem, slug, now: new Date("2001-01-02") });
  await reportProblem({ ...problem, slug: await slugOf(other), kind: "access" });

  const open = { settled: false, only: null, caseStudyId: version.caseStudyId } as const;
  const kinds = async (only: "changes" | "problems" | null) =>
    (await listSuggestions({ ...open, only }, 1)).map(({ kind }) => kind);
  expect([await kinds(null), await kinds("changes"), await kinds("problems")]).toEqual([
    ["change", "link"],
    ["change"],
    ["link"],
  ]);
  expect(await countSuggestions(open)).toEqual({ open: 2, settled: 0, changes: 1, problems: 1 });
  expect(await countSuggestions({ ...open, only: "problems" })).toEqual({
    ...{ open: 1, settled: 0 },
    ...{ changes: 1, problems: 1 },
  });
  expect((await listOpenAbout(version.caseStudyId)).map(({ kind }) => kind)).toEqual(["change", "link"]);
});
