import { beforeEach, describe, expect, test } from "vitest";
import { moveVersion, type MoveRequest } from "#lib/commands/workflow/move-version.ts";
import { restoreAsDraft } from "#lib/commands/workflow/restore-as-draft.ts";
import { startCaseStudy } from "#lib/commands/workflow/start-case-study.ts";
import { startNextVersion } from "#lib/commands/workflow/start-next-version.ts";
import { db } from "#lib/data/db.ts";
import { current } from "#lib/domain/template/templates.ts";
import { aVersionIn } from "#tests/support/next-versions.ts";
import { aPerson } from "#tests/support/people.ts";
import { aVersion, type AVersion } from "#tests/support/versions.ts";
import { steps } from "#tests/support/workflow-table.ts";

/** Letters written since the last look: what about, and the id of whom they go to (null for the editors' queue). */
let seen: string[] = [];
async function lettersSince() {
  const letters = await db.letter.findMany({ where: { id: { notIn: seen } }, include: { event: true } });
  seen = [...seen, ...letters.map(({ id }) => id)];
  return letters.map(({ kind, toId, event }) => ({ kind, to: toId, about: event?.kind }));
}

beforeEach(async () => {
  await lettersSince();
});

async function make(
  { id, latestRevision }: AVersion,
  request: Pick<MoveRequest, "move" | "actor" | "details" | "now">,
) {
  await lettersSince();
  const outcome = await moveVersion({ id, basedOn: latestRevision, reason: "For a reason", ...request });
  expect(outcome).toMatchObject({ ok: true });
  return lettersSince();
}

const details = { publishAt: new Date("2031-05-01T08:00Z") };
const toOneself = steps.filter(({ letter }) => letter === "author");

describe("the author hears of it", () => {
  test.each(toOneself)("$move from $state", async ({ move, state, by }) => {
    const version = await aVersionIn(state);
    const actor = by === "author" ? version.author : version.editor;
    expect(await make(version, { move, actor, details })).toEqual([{ kind: move, to: version.author.id, about: move }]);
  });

  test("submit with an address that is not proved yet", async () => {
    const author = await aPerson("contributor", { proved: false });
    const version = await aVersion("draft");
    await db.version.update({ where: { id: version.id }, data: { authorId: author.id } });
    expect(await make(version, { move: "submit", actor: author })).toEqual([
      { kind: "submit", to: author.id, about: "submit" },
    ]);
  });

  test("publication by the clock", async () => {
    const version = await aVersion("scheduled");
    expect(
      await make(version, { move: "publish", actor: { kind: "clock" }, now: new Date("2100-01-01T00:00Z") }),
    ).toEqual([{ kind: "publish", to: version.author.id, about: "publish" }]);
  });
});

describe("nobody hears of it", () => {
  test.each(steps.filter(({ letter }) => letter === "nobody"))("$move from $state", async ({ move, state }) => {
    const version = await aVersionIn(state);
    expect(await make(version, { move, actor: version.editor })).toEqual([]);
  });

  test("what a version without an author goes through", async () => {
    const version = await aVersion("in_review");
    await db.version.update({ where: { id: version.id }, data: { authorId: null } });
    expect(await make(version, { move: "accept", actor: version.editor })).toEqual([]);
  });
});

test("the editors' queue hears of a confirmed submission", async () => {
  const version = await aVersion("unconfirmed");
  expect(await make(version, { move: "confirm", actor: version.author })).toEqual([
    { kind: "confirm", to: null, about: "confirm" },
  ]);
});

describe("the editor it goes to hears of it", () => {
  test("a version handed over is announced to its new editor only", async () => {
    const version = await aVersion("in_review");
    const colleague = await aPerson("editor");
    const handed = { move: "handOver", actor: version.editor, details: { assigneeId: colleague.id } } as const;
    expect(await make(version, handed)).toEqual([{ kind: "handOver", to: colleague.id, about: "handOver" }]);
  });

  test("nobody is told that they took a version or handed it to themselves", async () => {
    const version = await aVersion("submitted");
    expect(await make(version, { move: "take", actor: version.editor })).toEqual([]);
    const other = await aPerson("editor");
    expect(await make(version, { move: "handOver", actor: other, details: { assigneeId: other.id } })).toEqual([]);
  });

  test.each(["in_review", "changes_requested"] as const)(
    "the editor who has a version in %s is told when its author takes it back",
    async (state) => {
      const version = await aVersion(state);
      expect(await make(version, { move: "takeBack", actor: version.author })).toEqual([
        { kind: "takeBack", to: version.editor.id, about: "takeBack" },
      ]);
      expect(await db.version.findUnique({ where: { id: version.id } })).toMatchObject({ assigneeId: null });
    },
  );

  test.each(["unconfirmed", "submitted"] as const)("taking back from %s tells nobody", async (state) => {
    const version = await aVersion(state);
    expect(await make(version, { move: "takeBack", actor: version.author })).toEqual([]);
  });
});

describe("beginning a version", () => {
  test("starting sends the link to the address given, and nothing where none was given", async () => {
    const person = await aPerson("contributor");
    await startCaseStudy({ template: current.caseStudy, answers: {}, personId: person.id });
    expect(await lettersSince()).toEqual([{ kind: "start", to: person.id, about: "start" }]);
    await startCaseStudy({ template: current.caseStudy, answers: {}, personId: null });
    expect(await lettersSince()).toEqual([]);
  });

  test("starting a next version sends its link to whoever started it", async () => {
    const { caseStudyId, editor } = await aVersion("published");
    await lettersSince();
    await startNextVersion({ caseStudyId, actor: editor });
    expect(await lettersSince()).toEqual([{ kind: "start", to: editor.id, about: "start" }]);
  });

  test("an editor who restores an older version as a draft gets no letter", async () => {
    const { id, editor } = await aVersion("published");
    await lettersSince();
    await restoreAsDraft({ id, actor: editor });
    expect(await lettersSince()).toEqual([]);
  });
});
