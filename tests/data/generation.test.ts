import { describe, expect, test } from "vitest";
import { confirmContributor } from "#lib/commands/contributors/confirm-contributor.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { publishDue } from "#lib/commands/workflow/publish-due.ts";
import { restoreAsDraft } from "#lib/commands/workflow/restore-as-draft.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { startNextVersion } from "#lib/commands/workflow/start-next-version.ts";
import { getGeneration, isDatabaseUp } from "#lib/data/generation.ts";
import { aVersionIn } from "#tests/support/next-versions.ts";
import { aPerson } from "#tests/support/people.ts";
import { aVersion, someAnswers, type AVersion } from "#tests/support/versions.ts";
import { steps } from "#tests/support/workflow-table.ts";

const changesThePublic = ["publish", "withdraw", "restore", "unpublish"];

/** By how much the generation rises while something is done. */
async function rise(work: () => Promise<{ ok: boolean }>) {
  const before = await getGeneration();
  const { ok } = await work();
  return { ok, by: Number((await getGeneration()) - before) };
}

describe("the generation is raised by one by what changes the public's view and by nothing else", () => {
  test.each(steps)("$move from $state", async ({ move, state, by }) => {
    const version = await aVersionIn(state);
    const actor = by === "author" ? version.author : version.editor;
    const details = { publishAt: new Date("2031-01-01"), assigneeId: version.editor.id };
    const work = () => moveVersion({ id: version.id, basedOn: 1, move, actor, reason: "For a reason", details });
    expect(await rise(work)).toEqual({ ok: true, by: changesThePublic.includes(move) ? 1 : 0 });
    expect(await rise(work)).toMatchObject({ by: 0 });
  });

  test("not by writing, starting, restoring or confirming anybody", async () => {
    const { id, caseStudyId, editor: actor } = await aVersion("published");
    const draft = await aVersion("draft");
    const answers = someAnswers();
    const person = await aPerson();
    const rises = [
      await rise(() => saveRevision({ id: draft.id, basedOn: 1, answers, actor: draft.author })),
      await rise(() => startNextVersion({ caseStudyId, actor })),
      await rise(() => restoreAsDraft({ id, actor })),
      await rise(() => confirmContributor({ personId: person.id, councilId: "dorset", actor })),
    ];
    expect(rises).toEqual(rises.map(() => ({ ok: true, by: 0 })));
  });

  test("not by a clock that finds nothing due", async () => {
    expect(await rise(async () => ({ ok: (await publishDue(new Date(0))) === 0 }))).toEqual({ ok: true, by: 0 });
  });

  test("by each of many publications at once", async () => {
    const versions: AVersion[] = [];
    for (let number = 0; number < 8; number++)
      versions.push(await aVersion("accepted", { title: `At once ${number}` }));
    const publishAll = async () => {
      const all = versions.map(({ id, editor: actor }) => moveVersion({ id, basedOn: 1, move: "publish", actor }));
      return { ok: (await Promise.all(all)).every(({ ok }) => ok) };
    };
    expect(await rise(publishAll)).toEqual({ ok: true, by: 8 });
  });
});

test("a database that is there answers", async () => {
  expect(await isDatabaseUp()).toBe(true);
});

test("many who ask at once whether the database answers are told by one question", async () => {
  const asked = Array.from({ length: 200 }, () => isDatabaseUp());
  expect(new Set(asked).size).toBe(1);
  expect(await asked[0]).toBe(true);
  const later = isDatabaseUp();
  expect(later).not.toBe(asked[0]);
  expect(await later).toBe(true);
});
