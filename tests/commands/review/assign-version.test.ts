import { describe, expect, test } from "vitest";
import { assignVersion } from "#lib/commands/review/assign-version.ts";
import { db } from "#lib/data/db.ts";
import { states } from "#lib/domain/workflow/states.ts";
import { aVersionIn } from "#tests/support/next-versions.ts";
import { aPerson } from "#tests/support/people.ts";
import { snapshot } from "#tests/support/snapshot.ts";
import { aVersion } from "#tests/support/versions.ts";

const read = (id: string) => db.version.findUniqueOrThrow({ where: { id } });
/** What history says since the version was sent: each move, by whom. */
const linesOf = async (versionId: string) =>
  (await db.event.findMany({ where: { versionId, kind: { notIn: ["start", "submit"] } }, orderBy: { id: "asc" } })).map(
    ({ kind, actorId }) => [kind, actorId],
  );
const lettersOf = (versionId: string) =>
  db.letter.findMany({
    where: { event: { versionId, kind: { notIn: ["start", "submit"] } } },
    select: { kind: true, toId: true },
  });

describe("what nobody reads yet", () => {
  test("is taken by whoever wants it, with no letter to themselves", async () => {
    const [{ id }, actor] = [await aVersion("submitted"), await aPerson("editor")];
    expect(await assignVersion({ id, basedOn: 1, from: null, to: actor.id, actor })).toEqual({
      ok: true,
      value: "in_review",
    });
    expect(await read(id)).toMatchObject({ state: "in_review", assigneeId: actor.id });
    expect(await linesOf(id)).toEqual([["take", actor.id]]);
    expect(await lettersOf(id)).toEqual([]);
  });

  test("goes to a colleague: taken and handed over at once, with one letter to them", async () => {
    const [{ id }, actor, colleague] = [await aVersion("submitted"), await aPerson("editor"), await aPerson("editor")];
    const outcome = await assignVersion({ id, basedOn: 1, from: null, to: colleague.id, actor });
    expect(outcome).toEqual({ ok: true, value: "in_review" });
    expect(await read(id)).toMatchObject({ state: "in_review", assigneeId: colleague.id });
    expect((await linesOf(id)).toSorted()).toEqual([
      ["handOver", actor.id],
      ["take", actor.id],
    ]);
    expect(await lettersOf(id)).toEqual([{ kind: "handOver", toId: colleague.id }]);
  });
});

test("what somebody reads is handed over, and the same again changes nothing", async () => {
  const { id, editor } = await aVersion("in_review");
  const [actor, colleague] = [await aPerson("administrator"), await aPerson("editor")];
  const request = { id, basedOn: 1, from: editor.id, to: colleague.id, actor };
  expect(await assignVersion(request)).toMatchObject({ ok: true });
  const before = await snapshot();
  expect(await assignVersion(request)).toMatchObject({ ok: true });
  expect(await snapshot()).toEqual(before);
  expect(await read(id)).toMatchObject({ assigneeId: colleague.id });
});

test("what was with somebody who no longer edits can be taken from nobody", async () => {
  const [{ id, editor }, actor] = [await aVersion("in_review"), await aPerson("editor")];
  await db.person.update({ where: { id: editor.id }, data: { active: false } });
  expect(await assignVersion({ id, basedOn: 1, from: null, to: actor.id, actor })).toMatchObject({ ok: true });
  expect(await read(id)).toMatchObject({ assigneeId: actor.id });
});

describe("refused, with nothing changed:", () => {
  async function expectRefusal(reason: string, request: Parameters<typeof assignVersion>[0]) {
    const before = await snapshot();
    expect(await assignVersion(request)).toEqual({ ok: false, reason });
    expect(await snapshot()).toEqual(before);
  }

  test("somebody else has it meanwhile", async () => {
    const [{ id }, actor] = [await aVersion("in_review"), await aPerson("editor")];
    await expectRefusal("assigned-meanwhile", { id, basedOn: 1, from: null, to: actor.id, actor });
  });

  test("the text was changed meanwhile", async () => {
    const [{ id }, actor] = [await aVersion("submitted"), await aPerson("editor")];
    await expectRefusal("stale", { id, basedOn: 2, from: null, to: actor.id, actor });
  });

  test.each(["contributor", "inactive"] as const)("whom it should go to does not edit: %s", async (who) => {
    const [{ id }, actor] = [await aVersion("submitted"), await aPerson("editor")];
    const to = await aPerson(who === "inactive" ? "editor" : who);
    await db.person.update({ where: { id: to.id }, data: { active: who !== "inactive" } });
    await expectRefusal("no-editor", { id, basedOn: 1, from: null, to: to.id, actor });
  });

  test("by its author or anybody else who does not edit", async () => {
    const { id, author, editor } = await aVersion("submitted");
    for (const actor of [author, await aPerson()])
      await expectRefusal("not-allowed", { id, basedOn: 1, from: null, to: editor.id, actor });
  });

  test("there is no such version", async () => {
    const actor = await aPerson("editor");
    const id = "0198a000-0000-7000-8000-000000000001";
    await expectRefusal("not-found", { id, basedOn: 1, from: null, to: actor.id, actor });
  });

  test.each(states.filter((state) => !["submitted", "in_review"].includes(state)))("it is %s", async (state) => {
    const [{ id }, actor] = [await aVersionIn(state), await aPerson("editor")];
    const { assigneeId } = await read(id);
    await expectRefusal("wrong-state", { id, basedOn: 1, from: assigneeId, to: actor.id, actor });
  });
});

test("two editors take one at the same moment: one has it, the other is told, and history has one line", async () => {
  for (let round = 0; round < 10; round++) {
    const { id } = await aVersion("submitted");
    const editors = [await aPerson("editor"), await aPerson("editor")];
    const outcomes = await Promise.all(
      editors.map((actor) => assignVersion({ id, basedOn: 1, from: null, to: actor.id, actor })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ ok: false, reason: "assigned-meanwhile" });
    expect(await linesOf(id)).toEqual([["take", (await read(id)).assigneeId]]);
  }
});

test("one is given to two colleagues at the same moment: the second is not taken from the first unseen", async () => {
  for (let round = 0; round < 10; round++) {
    const { id, editor } = await aVersion("in_review");
    const [actor, ...colleagues] = [await aPerson("editor"), await aPerson("editor"), await aPerson("editor")];
    const outcomes = await Promise.all(
      colleagues.map((to) => assignVersion({ id, basedOn: 1, from: editor.id, to: to.id, actor })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await linesOf(id)).filter(([kind]) => kind === "handOver")).toHaveLength(1);
  }
});
