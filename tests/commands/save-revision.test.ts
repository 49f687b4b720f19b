import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { db } from "#lib/data/db.ts";
import { states, type State } from "#lib/domain/workflow/states.ts";
import { aVersionIn } from "#tests/support/next-versions.ts";
import { aPerson } from "#tests/support/people.ts";
import { snapshot } from "#tests/support/snapshot.ts";
import { answersOf, aVersion } from "#tests/support/versions.ts";

const changed = (id: string) => answersOf(id, { title: "Night buses, a second time" });
const revisionsOf = (versionId: string) => db.revision.findMany({ where: { versionId }, orderBy: { number: "asc" } });

test("saving adds a revision with its writer and moment, and leaves the one before as it was", async () => {
  const { id, author } = await aVersion("draft");
  const [first] = await revisionsOf(id);
  const [answers, now] = [await changed(id), new Date("2026-04-05T06:07:08Z")];

  const outcome = await saveRevision({ id, basedOn: 1, answers, actor: author, now });

  expect(outcome).toEqual({ ok: true, value: { revision: 2 } });
  const second = { versionId: id, number: 2, answers, writerId: author.id, at: now, page: null, turn: null };
  expect(await revisionsOf(id)).toEqual([first, second]);
  expect(await db.version.findUnique({ where: { id } })).toMatchObject({ latestRevision: 2, state: "draft" });
});

test("whoever holds the link saves in the author's name", async () => {
  const { id, author } = await aVersion("draft");
  await saveRevision({ id, basedOn: 1, answers: await changed(id), actor: { kind: "holder", versionId: id } });
  expect((await revisionsOf(id)).map(({ writerId }) => writerId)).toEqual([author.id, author.id]);
});

describe("a writer who had older words before them", () => {
  test("is told, and overwrites nobody", async () => {
    const { id, author } = await aVersion("draft");
    await saveRevision({ id, basedOn: 1, answers: await changed(id), actor: author });
    const answers = await changed(id);
    const before = await snapshot();
    for (const basedOn of [1, 3, 0, -1])
      expect(await saveRevision({ id, basedOn, answers, actor: author })).toEqual({ ok: false, reason: "stale" });
    expect(await snapshot()).toEqual(before);
  });

  test("of several who save at once, one gets through (V2.3.4)", async () => {
    const { id, author } = await aVersion("draft");
    const answers = await changed(id);
    const all = Array.from({ length: 6 }, () => saveRevision({ id, basedOn: 1, answers, actor: author }));
    const outcomes = await Promise.all(all);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await revisionsOf(id)).toHaveLength(2);
  });
});

describe("who may write when", () => {
  const authors = ["draft", "changes_requested"];
  const editors = ["in_review"];

  test.each(states)("%s", async (state) => {
    const version = await aVersionIn(state);
    const { id } = version;
    const answers = await changed(id);
    const before = await snapshot();
    const save = (actor: Parameters<typeof saveRevision>[0]["actor"]) =>
      saveRevision({ id, basedOn: 1, answers, actor });
    const refused = { ok: false, reason: "not-allowed" };

    expect(await save(await stranger)).toEqual(refused);
    expect(await save({ kind: "holder", versionId: randomUUID() })).toEqual(refused);
    expect(await save({ kind: "clock" })).toEqual(refused);
    if (!authors.includes(state)) expect(await save(version.author)).toEqual(refused);
    if (!editors.includes(state)) expect(await save(version.editor)).toEqual(refused);
    expect(await snapshot()).toEqual(before);

    if (authors.includes(state)) expect(await save(version.author)).toMatchObject({ ok: true });
    if (editors.includes(state)) expect(await save(version.editor)).toMatchObject({ ok: true });
  });

  const stranger = aPerson("contributor");

  test("a version that does not exist", async () => {
    const outcome = await saveRevision({ id: randomUUID(), basedOn: 1, answers: {}, actor: await stranger });
    expect(outcome).toEqual({ ok: false, reason: "not-found" });
  });
});

describe("what is kept", () => {
  test("is tidied, and has nothing in it that no question asked for (V2.2.2, V15.3.3)", async () => {
    const { id, author } = await aVersion("draft");
    const answers = await answersOf(id, { title: " Night\0 buse\u0301s ", challenge: "One\r\ntwo", colour: "red" });
    await saveRevision({ id, basedOn: 1, answers, actor: author });
    const { colour: _, ...rest } = answers;
    expect(await answersOf(id)).toEqual({ ...rest, title: "Night bus\u00e9s", challenge: "One\ntwo" });
  });

  test("may be too long in a draft, for its writer to cut, but not without bound", async () => {
    const { id, author } = await aVersion("draft");
    const save = async (length: number) =>
      saveRevision({ id, basedOn: 1, answers: await answersOf(id, { title: "x".repeat(length) }), actor: author });
    expect(await save(501)).toEqual({ ok: false, reason: "too-large" });
    expect(await save(500)).toMatchObject({ ok: true });
  });

  test("fits when an editor saves it in review", async () => {
    const { id, editor } = await aVersion("in_review");
    const save = async (length: number) =>
      saveRevision({ id, basedOn: 1, answers: await answersOf(id, { title: "x".repeat(length) }), actor: editor });
    expect(await save(101)).toEqual({ ok: false, reason: "does-not-fit" });
    expect(await save(100)).toMatchObject({ ok: true });
  });
});

describe("an editor who corrects a version in review", () => {
  test("can neither accept nor schedule nor publish it, and another editor can", async () => {
    const { id, editor } = await aVersion("in_review");
    const colleague = await aPerson("editor");
    await saveRevision({ id, basedOn: 1, answers: await changed(id), actor: editor });
    const details = { publishAt: new Date("2031-05-01T08:00Z") };
    const move = (name: "accept" | "schedule" | "unschedule" | "publish", actor: typeof editor) =>
      moveVersion({ id, basedOn: 2, move: name, actor, details, reason: "I only put a comma right" });
    const refused = { ok: false, reason: "not-allowed" };

    expect(await move("accept", editor)).toEqual(refused);
    expect(await move("accept", colleague)).toMatchObject({ ok: true });
    expect(await move("schedule", editor)).toEqual(refused);
    expect(await move("publish", editor)).toEqual(refused);
    expect(await move("schedule", colleague)).toMatchObject({ ok: true });
    expect(await move("unschedule", editor)).toEqual(refused);
    expect(await move("publish", editor)).toEqual(refused);
    expect(await move("publish", colleague)).toMatchObject({ ok: true });
  });

  test("cannot leave gaps in what is accepted, scheduled or published", async () => {
    const { id, editor } = await aVersion("in_review");
    const colleague = await aPerson("editor");
    await saveRevision({ id, basedOn: 1, answers: {}, actor: editor });
    const details = { publishAt: new Date("2031-05-01T08:00Z") };
    for (const [state, names] of Object.entries({
      in_review: ["accept"],
      accepted: ["schedule", "publish"],
    } as const)) {
      await db.version.update({ where: { id }, data: { state: state as State } });
      for (const move of names)
        expect(await moveVersion({ id, basedOn: 2, move, actor: colleague, details })).toEqual({
          ok: false,
          reason: "incomplete",
        });
    }
  });

  test("can still send it back, and the author goes on from the corrected words", async () => {
    const { id, editor, author } = await aVersion("in_review");
    const answers = await changed(id);
    await saveRevision({ id, basedOn: 1, answers, actor: editor });
    const sent = { id, basedOn: 2, move: "requestChanges", actor: editor, reason: "Say what it cost" } as const;
    expect(await moveVersion(sent)).toMatchObject({ ok: true });
    expect(await saveRevision({ id, basedOn: 1, answers, actor: author })).toEqual({ ok: false, reason: "stale" });
    expect(await saveRevision({ id, basedOn: 2, answers, actor: author })).toMatchObject({ ok: true });
  });
});
