import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { sendLetters } from "#lib/commands/letters/send-letters.ts";
import { writeLetter } from "#lib/commands/letters/write-letter.ts";
import { erasePerson } from "#lib/commands/people/erasing/erase-person.ts";
import { answerFactCheck } from "#lib/commands/review/answer-fact-check.ts";
import { askFactCheck } from "#lib/commands/review/ask-fact-check.ts";
import { revokeFactCheck } from "#lib/commands/review/revoke-fact-check.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { db } from "#lib/data/db.ts";
import { findLetter, markEveryLetterSent } from "#lib/data/letters/letters.ts";
import { findFactCheck, listFactChecks } from "#lib/data/review/fact-checks.ts";
import { createLink } from "#lib/data/submissions/links.ts";
import { findTracked } from "#lib/data/submissions/tracking.ts";
import { states } from "#lib/domain/workflow/states.ts";
import { readEnv } from "#lib/ops/env.ts";
import { aFactCheck, checker } from "#tests/support/fact-checks.ts";
import { listen } from "#tests/support/letters.ts";
import { aVersionIn } from "#tests/support/next-versions.ts";
import { aPerson } from "#tests/support/people.ts";
import { snapshot } from "#tests/support/snapshot.ts";
import { answersOf, aVersion } from "#tests/support/versions.ts";

const day = 24 * 60 * 60 * 1000;
const after = (days: number, date = new Date()) => new Date(date.getTime() + days * day);
const right = { verdict: "right", remarks: {} } as const;
const wrong = { verdict: "wrong", remarks: { impact: " It was 2023.\r\n", about: "", elsewhere: "x" } } as const;
const refusal = (reason: string) => ({ ok: false, reason });
const linesOf = (versionId: string) =>
  db.event.findMany({ where: { versionId, kind: { contains: "FactCheck" } }, orderBy: { at: "asc" } });
const lettersAbout = (factCheckId: string) => db.letter.findMany({ where: { factCheckId } });

describe("asking", () => {
  test("leaves a line in history, and a letter with a link that works for a fortnight", async () => {
    const version = await aVersion("in_review");
    const now = new Date();
    const { id, token, row } = await aFactCheck(version, now);

    expect(await row()).toMatchObject({ expiresAt: after(14, now), answeredAt: null, revokedAt: null, answer: null });
    expect(JSON.stringify(await row())).not.toContain(token);
    const line = { kind: "askFactCheck", revision: 1, actorId: version.editor.id, reason: checker.note };
    expect(await linesOf(version.id)).toEqual([
      expect.objectContaining({ ...line, fromState: "in_review", toState: "in_review" }),
    ]);
    const { received } = await listen();
    await sendLetters();
    const letter = received.find(({ to }) => to.includes(checker.email));
    expect(letter?.email.subject).toBe("Can you check the facts: Night buses for the harbour festival");
    expect(letter?.email.to).toEqual([{ name: "", address: checker.email }]);
    const words = letter?.email.text ?? "";
    expect(words).toContain("Hello Priya Nair,");
    expect(words).toContain(`A editor wrote:\n\n> ${checker.note}`);
    expect(words).toContain(`/fact-check/${token}`);
    expect(await lettersAbout(id)).toHaveLength(1);
  });

  test("asks again about the same words only once the first letter cannot be answered any more", async () => {
    const version = await aVersion("in_review");
    const first = await aFactCheck(version);
    const ask = (now = new Date()) => aFactCheck(version, now);
    const together = await Promise.all([ask(), ask(), ask()]);
    expect(new Set(together.map(({ id }) => id))).toEqual(new Set([first.id]));
    expect(await lettersAbout(first.id)).toHaveLength(1);

    expect((await ask(after(15))).id).not.toBe(first.id);
    const other = await aFactCheck(version, new Date(), { ...checker, email: "another@kent.example" });
    expect(other.id).not.toBe(first.id);
    expect(await linesOf(version.id)).toHaveLength(3);
  });

  test.each(states)("is for editors, while it is on the desk or accepted, and not stale: %s", async (state) => {
    const version = await aVersionIn(state);
    const before = await snapshot();
    const ask = (actor: typeof version.editor, changes = {}) =>
      askFactCheck({ versionId: version.id, basedOn: 1, ...checker, actor, ...changes });
    const possible = ["in_review", "accepted"].includes(state);

    expect(await ask(version.author)).toEqual(refusal("not-allowed"));
    expect(await ask(await aPerson())).toEqual(refusal("not-allowed"));
    expect(await ask(version.editor, { basedOn: 2 })).toEqual(refusal(possible ? "stale" : "not-allowed"));
    expect(await ask(version.editor, { name: " " })).toEqual(refusal("name-missing"));
    expect(await ask(version.editor, { versionId: randomUUID() })).toEqual(refusal("not-found"));
    expect({ ...(await snapshot()), Person: before["Person"] }).toEqual(before);
    expect((await ask(version.editor)).ok).toBe(possible);
  });
});

describe("answering", () => {
  test("keeps what was said, says in history what it came to, and tells whoever has it", async () => {
    const version = await aVersion("in_review");
    const { id, token } = await aFactCheck(version);
    expect(await answerFactCheck({ token, ...wrong })).toEqual({ ok: true, value: null });

    const said = [{ section: "impact", title: "The impact", text: "It was 2023." }];
    expect(await listFactChecks(version.id)).toEqual([
      expect.objectContaining({
        ...{ id, name: checker.name, email: checker.email, revision: 1, standing: "answered" },
        ...{ verdict: "wrong", remarks: said, revokedAt: null },
      }),
    ]);
    const line = { kind: "answerFactCheck", revision: 1, actorId: null, reason: "Some things need to change" };
    expect((await linesOf(version.id)).at(-1)).toMatchObject({ ...line, fromState: "in_review", toState: "in_review" });
    const [letter] = (await lettersAbout(id)).filter(({ kind }) => kind === "answerFactCheck");
    expect(letter).toMatchObject({ toId: version.editor.id, address: null });
    const owed = await findLetter(letter?.id ?? "");
    expect(owed && (await writeLetter(owed)).quote).toEqual({
      by: "Priya Nair wrote:",
      words: "The impact: It was 2023.",
    });
  });

  test("tells the editors at large where nobody has it", async () => {
    const version = await aVersion("in_review");
    const { token } = await aFactCheck(version);
    await moveVersion({ id: version.id, basedOn: 1, move: "unassign", actor: version.editor });
    await markEveryLetterSent();
    await answerFactCheck({ token, ...right });
    const { received } = await listen();
    await sendLetters();
    expect(received.map(({ to, email }) => [to, email.subject])).toEqual([
      [[readEnv().EDITORS_EMAIL], "The facts were checked: Night buses for the harbour festival"],
    ]);
  });

  test("many times at once counts once, and another answer afterwards does not replace it", async () => {
    const version = await aVersion("in_review");
    const { id, token, row } = await aFactCheck(version);
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => answerFactCheck({ token, ...wrong })));
    expect(outcomes).toEqual(Array(6).fill({ ok: true, value: null }));
    const before = await row();
    expect(await answerFactCheck({ token, ...right })).toEqual(refusal("answered"));
    expect(await row()).toEqual(before);
    expect((await linesOf(version.id)).map(({ kind }) => kind)).toEqual(["askFactCheck", "answerFactCheck"]);
    expect((await lettersAbout(id)).filter(({ kind }) => kind === "answerFactCheck")).toHaveLength(1);
  });

  test("is about the words that were asked about, though there are newer ones", async () => {
    const version = await aVersion("in_review");
    const { id, editor } = version;
    const { token } = await aFactCheck(version);
    expect(await findFactCheck(token)).toMatchObject({ changedSince: false, asker: "A editor", note: checker.note });
    await saveRevision({ id, basedOn: 1, answers: await answersOf(id, { impact: "Newer." }), actor: editor });
    const found = await findFactCheck(token);
    expect(found).toMatchObject({ changedSince: true, standing: "open" });
    expect(found?.answers["impact"]).toBe("Use grew every week but two.");
    await answerFactCheck({ token, ...right });
    expect((await linesOf(id)).at(-1)).toMatchObject({ kind: "answerFactCheck", revision: 1 });
  });

  test("counts only by a link that is open, with something to say", async () => {
    const version = await aVersion("in_review");
    const [open, revoked, expired] = [
      await aFactCheck(version),
      await aFactCheck(version, new Date(), { ...checker, email: "revoked@kent.example" }),
      await aFactCheck(version, after(-15), { ...checker, email: "expired@kent.example" }),
    ];
    await revokeFactCheck({ id: revoked.id, versionId: version.id, actor: version.editor });
    const { token: track } = await createLink(db, { purpose: "track", versionId: version.id, now: new Date() });
    const before = await snapshot();

    const answers = [
      [{ token: revoked.token, ...right }, "revoked"],
      [{ token: expired.token, ...right }, "expired"],
      [{ token: open.id, ...right }, "not-found"],
      [{ token: `${open.token}\0`, ...right }, "not-found"],
      [{ token: track, ...right }, "not-found"],
      [{ token: open.token, verdict: "wrong", remarks: { elsewhere: "x", impact: " \n" } }, "remarks-missing"],
      [{ token: open.token, verdict: "right", remarks: { impact: "x".repeat(2001) } }, "remark-too-long"],
    ] as const;
    for (const [answer, reason] of answers) expect(await answerFactCheck(answer), reason).toEqual(refusal(reason));

    expect(await snapshot()).toEqual(before);
    const now = after(13.9);
    expect(await answerFactCheck({ token: open.token, ...right, now })).toMatchObject({ ok: true });
  });

  test("counts no more once the editors have decided without it", async () => {
    const version = await aVersion("accepted");
    const { token } = await aFactCheck(version);
    await moveVersion({ id: version.id, basedOn: 1, move: "publish", actor: version.editor });
    expect(await findFactCheck(token)).toMatchObject({ standing: "over" });
    expect(await answerFactCheck({ token, ...right })).toEqual(refusal("over"));
  });
});

describe("taking it back", () => {
  test("is an event, closes the link and keeps a letter from leaving", async () => {
    const version = await aVersion("in_review");
    const { id, token } = await aFactCheck(version);
    const revoke = (actor = version.editor) => revokeFactCheck({ id, versionId: version.id, actor });
    expect(await revoke(version.author)).toEqual(refusal("not-allowed"));
    expect(await Promise.all([revoke(), revoke()])).toEqual([
      { ok: true, value: { id } },
      { ok: true, value: { id } },
    ]);
    expect(await findFactCheck(token)).toMatchObject({ standing: "revoked" });
    expect(await lettersAbout(id)).toEqual([]);
    expect((await linesOf(version.id)).map(({ kind }) => kind)).toEqual(["askFactCheck", "revokeFactCheck"]);
  });

  test("is not possible once it is answered, nor from another version’s desk", async () => {
    const version = await aVersion("in_review");
    const { id, token } = await aFactCheck(version);
    const [actor, versionId] = [version.editor, version.id];
    expect(await revokeFactCheck({ id, versionId: (await aVersion()).id, actor })).toEqual(refusal("not-found"));
    await answerFactCheck({ token, ...right });
    expect(await revokeFactCheck({ id, versionId, actor })).toEqual(refusal("answered"));
  });
});

test("the author sees that somebody was asked and answered, and none of the words", async () => {
  const version = await aVersion("in_review");
  await answerFactCheck({ token: (await aFactCheck(version)).token, ...wrong });
  await aFactCheck(version).then(({ id }) => revokeFactCheck({ id, versionId: version.id, actor: version.editor }));
  const { token } = await createLink(db, { purpose: "track", versionId: version.id, now: new Date() });
  const lines = (await findTracked(token))?.events.filter(({ kind }) => /FactCheck/.test(kind));
  expect(lines?.map(({ kind, reason }) => [kind, reason])).toEqual([
    ["askFactCheck", ""],
    ["answerFactCheck", ""],
    ["askFactCheck", ""],
    ["revokeFactCheck", ""],
  ]);
});

test("whoever is asked goes with the case study, and leaves nothing behind", async () => {
  const version = await aVersion("in_review");
  const { id } = await aFactCheck(version);
  await erasePerson({ personId: version.author.id });
  expect(await db.factCheck.count({ where: { id } })).toBe(0);
  expect(await db.contact.count({ where: { caseStudyId: version.caseStudyId } })).toBe(0);
  expect(await lettersAbout(id)).toEqual([]);
});
