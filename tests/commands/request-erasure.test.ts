import { describe, expect, test } from "vitest";
import { requestErasure } from "#lib/commands/people/erasing/request-erasure.ts";
import { erasePerson } from "#lib/commands/people/erasing/erase-person.ts";
import { openLetter } from "#lib/commands/letters/open-letter.ts";
import { nameAuthor } from "#lib/commands/submissions/name-author.ts";
import { startNextVersion } from "#lib/commands/workflow/start-next-version.ts";
import { startDraft } from "#lib/commands/submissions/start-draft.ts";
import { db } from "#lib/data/db.ts";
import { findHoldings, findHoldingsIn } from "#lib/data/people/holdings.ts";
import { createLink } from "#lib/data/submissions/links.ts";
import { emailOf, later } from "#tests/support/letters.ts";
import { aNextVersion } from "#tests/support/next-versions.ts";
import { aPerson } from "#tests/support/people.ts";
import { whereIs } from "#tests/support/tables.ts";
import { aVersion, walkTo } from "#tests/support/versions.ts";

const lettersTo = (toId: string) => db.letter.findMany({ where: { toId, kind: "erase" } });

/** A draft of whoever asks, under somebody's e-mail address. */
async function aStrangersDraft(personId: string): Promise<string> {
  const started = await startDraft({ answers: { title: "A stranger’s" } });
  const versionId = started.ok ? started.value.versionId : "";
  await nameAuthor({ versionId, email: await emailOf(personId), actor: { kind: "holder", versionId } });
  return versionId;
}

describe("whoever has the link of somebody’s only case study", () => {
  test.each(["draft", "unconfirmed", "submitted", "held", "declined"] as const)("erases them: %s", async (state) => {
    const { id, author } = await aVersion(state);
    expect(await requestErasure({ versionId: id })).toMatchObject({ ok: true, value: { deleted: 1, kept: 0 } });
    expect(await whereIs(id, author.id)).toEqual([]);
  });

  test("erases them from a published one, which stays", async () => {
    const { id, author } = await aVersion("published");
    expect(await requestErasure({ versionId: id })).toMatchObject({ ok: true, value: { deleted: 0, kept: 1 } });
    expect(await db.version.findUnique({ where: { id } })).toMatchObject({ state: "published", authorId: null });
    expect(await whereIs(author.id)).toEqual([]);
  });

  test("deletes their drafts of a next version, and leaves the rest of somebody known to their council to a letter", async () => {
    const published = await aVersion("published");
    const first = await aNextVersion(published);
    // Other words are published meanwhile, from which the next draft begins.
    const { caseStudyId, editor: author } = published;
    const other = await startNextVersion({ caseStudyId, actor: author });
    if (!other.ok) throw new Error(other.reason);
    await walkTo("published", { id: other.value.versionId, author, editor: await aPerson("editor") });
    const drafts = [first, await aNextVersion(published)];
    const versionId = drafts[0]?.id ?? "";
    expect(await findHoldingsIn(versionId)).toMatchObject({ deleted: drafts.map(({ id }) => ({ versionId: id })) });
    expect(await requestErasure({ versionId })).toEqual({ ok: true, value: { deleted: 2, kept: 1 } });
    expect(await whereIs(...drafts.map(({ id }) => id))).toEqual([]);
    expect(await lettersTo(published.author.id)).toHaveLength(1);
  });

  test("deletes a draft that is nobody’s yet", async () => {
    const started = await startDraft({ answers: { title: "Nobody’s" } });
    const versionId = started.ok ? started.value.versionId : "";
    expect(await requestErasure({ versionId })).toEqual({ ok: true, value: { deleted: 1, kept: 0 } });
    expect(await whereIs(versionId)).toEqual([]);
    expect(await requestErasure({ versionId })).toEqual({ ok: false, reason: "not-found" });
  });

  test("erases nobody who used to edit: what they did for others is more than one case study", async () => {
    const { editor } = await aVersion("published");
    await db.person.update({ where: { id: editor.id }, data: { role: "contributor" } });
    const versionId = await aStrangersDraft(editor.id);
    await requestErasure({ versionId });
    expect(await db.person.count({ where: { id: editor.id } })).toBe(1);
    expect(await lettersTo(editor.id)).toHaveLength(1);
  });

  test("erases no editor, and is not told that it is one: only their own letter says so", async () => {
    const [editor, victim] = [await aPerson("editor"), await aVersion("submitted")];
    const drafts = [await aStrangersDraft(editor.id), await aStrangersDraft(victim.author.id)];
    const [seen, usual] = [await findHoldingsIn(drafts[0] ?? ""), await findHoldingsIn(drafts[1] ?? "")];
    expect(Object.keys(seen ?? {})).toEqual(Object.keys(usual ?? {}));
    expect([seen?.erasable, usual?.erasable]).toEqual([true, true]);

    for (const versionId of drafts)
      expect(await requestErasure({ versionId })).toEqual({ ok: true, value: { deleted: 1, kept: 0 } });

    expect(await whereIs(...drafts)).toEqual([]);
    expect(await db.person.count({ where: { id: editor.id } })).toBe(1);
    expect(await lettersTo(editor.id)).toHaveLength(1);
    const { token } = await createLink(db, { purpose: "erase", personId: editor.id, now: new Date() });
    expect(await findHoldings(token)).toMatchObject({ erasable: false });
  });

  test("has the editors told of words that stay and name the author, though the author decides about the rest", async () => {
    const published = await aVersion("published", { lessons: "Ask Ottoline Quux first." });
    await db.person.update({ where: { id: published.author.id }, data: { name: "Ottoline Quux" } });
    const { id: versionId } = await aNextVersion(published);
    expect(await requestErasure({ versionId })).toEqual({ ok: true, value: { deleted: 1, kept: 1 } });
    expect(await db.letter.findMany({ where: { kind: "mentions", versionId: published.id } })).toHaveLength(1);
  });
});

describe("a stranger who types somebody’s address into a draft", () => {
  test.each(["draft", "submitted", "published"] as const)(
    "erases that draft alone, though they have one in %s; the owner of the address decides about the rest",
    async (state) => {
      const victim = await aVersion(state);
      const versionId = await aStrangersDraft(victim.author.id);
      const seen = await findHoldingsIn(versionId);
      expect([...(seen?.deleted ?? []), ...(seen?.kept ?? [])].map((work) => work.versionId)).toEqual([versionId]);

      expect(await requestErasure({ versionId })).toEqual({ ok: true, value: { deleted: 1, kept: 0 } });

      expect(await whereIs(versionId)).toEqual([]);
      expect(await db.version.findUnique({ where: { id: victim.id } })).toMatchObject({
        state,
        authorId: victim.author.id,
      });
      expect(await lettersTo(victim.author.id)).toHaveLength(1);
    },
  );

  test("has one letter an hour sent to them, however often they ask", async () => {
    const { author } = await aVersion("submitted");
    for (let times = 0; times < 3; times++) await requestErasure({ versionId: await aStrangersDraft(author.id) });
    expect(await lettersTo(author.id)).toHaveLength(1);
    const drafts = [await aStrangersDraft(author.id), await aStrangersDraft(author.id)];
    await Promise.all(drafts.map((versionId) => requestErasure({ versionId, now: later(61) })));
    expect(await lettersTo(author.id)).toHaveLength(2);
  });
});

test("asked for at the same moment by a draft and by a letter, all is gone and nothing fails", async () => {
  for (let round = 0; round < 5; round++) {
    const { id, author } = await aVersion("submitted");
    const versionId = await aStrangersDraft(author.id);
    await Promise.all([
      erasePerson({ personId: author.id }),
      requestErasure({ versionId }),
      requestErasure({ versionId }),
    ]);
    expect(await whereIs(id, versionId, author.id)).toEqual([]);
  }
});

test("the letter’s link shows everything there is of its reader, works for a week, and erases it", async () => {
  const { id, author } = await aVersion("submitted");
  await requestErasure({ versionId: await aStrangersDraft(author.id) });
  const [owed] = await lettersTo(author.id);
  process.env["CASEBOOK_DEMONSTRATION"] = "1";
  const letter = await openLetter(owed?.id ?? "");
  delete process.env["CASEBOOK_DEMONSTRATION"];
  const token = letter?.text.match(/\/erase\/([\w-]{43})$/m)?.[1] ?? "";

  const found = await findHoldings(token);
  expect(found).toMatchObject({ personId: author.id, deleted: [{ versionId: id }], kept: [] });
  expect(await findHoldings(token, later(7 * 24 * 60 + 1))).toBeNull();

  await erasePerson({ personId: found?.personId ?? "" });
  expect(await whereIs(author.id, id)).toEqual([]);
  expect(await findHoldings(token)).toBeNull();
});
