import { signIn, signOut } from "#tests/support/signed-in.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { POST as assign } from "#app/(editorial)/editor/queue/assign/route.ts";
import { POST as decide } from "#app/(editorial)/editor/queue/decide/route.ts";
import { findAnswer } from "#app/(editorial)/editor/answer.ts";
import { assignVersion } from "#lib/commands/review/assign-version.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import { writeShown } from "#lib/domain/queue/shown.ts";
import { aPerson } from "#tests/support/people.ts";
import { posted } from "#tests/support/posted.ts";
import { snapshot } from "#tests/support/snapshot.ts";
import { aVersion, type AVersion } from "#tests/support/versions.ts";

const back = "tab=unassigned&q=buses";
let me: Awaited<ReturnType<typeof aPerson>>;
let colleague: typeof me;

beforeEach(async () => {
  [me, colleague] = [await aPerson("editor"), await aPerson("administrator")];
  await signIn(me);
});

const shown = ({ id, latestRevision: revision }: AVersion, editor: { id: string } | null = null) =>
  writeShown({ id, revision, editor });
const read = ({ id }: AVersion) => db.version.findUniqueOrThrow({ where: { id } });

/** Where an answer leads, and what is told there. */
async function told(response: Response) {
  const place = new URL(response.headers.get("location") ?? "", "https://casebook.example");
  expect(response.status).toBe(303);
  expect(`${place.pathname}?${place.search.slice(1).split("&attempt=")[0]}`).toBe(`/editor/queue?${back}`);
  return findAnswer("/editor/queue", Object.fromEntries(place.searchParams));
}

describe("taking", () => {
  test("leads back to the same part of the queue with what was done", async () => {
    const version = await aVersion("submitted", { title: "Night buses" });
    const answer = await told(await assign(posted({ back, to: me.id, take: shown(version) })));
    expect(answer).toMatchObject({ done: "“Night buses” is yours now.", open: version.id, notDone: [], errors: {} });
    expect(await read(version)).toMatchObject({ state: "in_review", assigneeId: me.id });
  });

  test("what somebody else took meanwhile says who and when, and changes nothing", async () => {
    const version = await aVersion("submitted", { title: "Night buses" });
    await assignVersion({ id: version.id, basedOn: 1, from: null, to: colleague.id, actor: colleague });
    const before = await snapshot();
    const answer = await told(await assign(posted({ back, to: me.id, take: shown(version) })));
    expect(answer.done).toBe("");
    expect(answer.notDone).toEqual([
      expect.stringMatching(/^“Night buses” was taken by A administrator at \d\d:\d\d on .+ It is now: in review\.$/),
    ]);
    expect(await snapshot()).toEqual(before);
  });

  test("what was deleted or taken back by its author says so", async () => {
    const version = await aVersion("submitted", { title: "Night buses" });
    await moveVersion({ id: version.id, basedOn: 1, move: "takeBack", actor: version.author });
    const gone = writeShown({ id: "0198a000-0000-7000-8000-000000000001", revision: 1, editor: null });
    const taken = await told(await assign(posted({ back, to: me.id, take: shown(version) })));
    expect(taken.notDone[0]).toMatch(/^“Night buses” was taken back by its author at .+ It is now: draft\.$/);
    expect((await told(await assign(posted({ back, to: me.id, take: gone })))).notDone[0]).toMatch(/no longer there/);
  });
});

describe("assigning", () => {
  test("gives all that is ticked to one editor, and tells apart what could not be given", async () => {
    const [first, second, third] = [await aVersion("submitted"), await aVersion("in_review"), await aVersion("held")];
    const form = new URLSearchParams({ back, to: colleague.id });
    for (const value of [shown(first), shown(second, second.editor), shown(third)]) form.append("version", value);
    const answer = await told(await assign(new Request("https://casebook.example/", { method: "POST", body: form })));
    expect(answer.done).toBe("2 case studies are with A administrator now.");
    expect(answer.open).toBeNull();
    expect(answer.notDone).toEqual([expect.stringMatching(/It is now: held/)]);
    for (const version of [first, second]) expect(await read(version)).toMatchObject({ assigneeId: colleague.id });
  });

  test.each([
    ["nothing is ticked", {}, "Tick what is to be assigned"],
    [
      "no editor is chosen",
      { to: "", version: "0198a000-0000-7000-8000-000000000001 1 -" },
      "Choose the editor it goes to",
    ],
    ["what was ticked makes no sense", { version: "everything" }, "Tick what is to be assigned"],
  ])("asks again where %s", async (_, fields, error) => {
    const answer = await told(await assign(posted({ back, to: me.id, ...fields })));
    expect(answer.errors).toEqual({ to: error });
  });
});

describe("deciding about what is held", () => {
  test.each([
    ["release", "submitted", "“Night buses” was released. Its author is told."],
    ["decline", "declined", "“Night buses” was declined. Its author is told."],
  ])("%s: its author is owed the reason word for word, and twice is once", async (move, state, done) => {
    const version = await aVersion("held", { title: "Night buses" });
    const reason = "We rang the council.\n\nIt is “theirs”.";
    const send = () => decide(posted({ back, move, reason, version: shown(version) }));
    expect((await told(await send())).done).toBe(done);
    expect((await told(await send())).done).toBe(done);
    expect(await read(version)).toMatchObject({ state });
    const letters = await db.letter.findMany({ where: { event: { versionId: version.id, kind: move } } });
    expect(letters).toMatchObject([{ toId: version.author.id }]);
    expect(await db.event.findMany({ where: { versionId: version.id, kind: move } })).toMatchObject([{ reason }]);
  });

  test.each(["release", "decline"])("%s without a reason comes back, and changes nothing", async (move) => {
    const version = await aVersion("held");
    const before = await snapshot();
    const answer = await told(await decide(posted({ back, move, reason: " ", version: shown(version) })));
    expect(Object.keys(answer.errors)).toEqual([`reason-${version.id}`]);
    expect(answer.typed).toEqual({ about: version.id, reason: "" });
    expect(await snapshot()).toEqual(before);
  });

  test("too late: what was typed is kept, with who was quicker", async () => {
    const version = await aVersion("held", { title: "Night buses" });
    await moveVersion({ id: version.id, basedOn: 1, move: "decline", actor: colleague, reason: "An advertisement" });
    const reason = "It is genuine.";
    const answer = await told(await decide(posted({ back, move: "release", reason, version: shown(version) })));
    expect(answer.notDone[0]).toMatch(/^“Night buses” was declined by A administrator at .+ It is now: declined\.$/);
    expect(answer.typed).toEqual({ about: version.id, reason });
  });

  test("no other move can be made here", async () => {
    const version = await aVersion("accepted");
    const before = await snapshot();
    const answer = await told(await decide(posted({ back, move: "publish", reason: "Now", version: shown(version) })));
    expect(answer.notDone).toHaveLength(1);
    expect(await snapshot()).toEqual(before);
  });
});

test.each([
  ["nobody", async () => signOut()],
  ["a contributor", async () => signIn(await aPerson())],
  ["an editor who has shown no second factor", async () => signIn(me, { secondFactor: false })],
])("%s gets nowhere", async (_, arrive) => {
  const [waiting, held] = [await aVersion("submitted"), await aVersion("held")];
  await arrive();
  const before = await snapshot();
  await expect(assign(posted({ back, to: me.id, version: shown(waiting) }))).rejects.toThrow();
  await expect(decide(posted({ back, move: "release", reason: "Yes", version: shown(held) }))).rejects.toThrow();
  expect(await snapshot()).toEqual(before);
});

test("an address to come back to is always one of the queue", async () => {
  const response = await assign(posted({ back: "//evil.example\r\nx: y", to: me.id }));
  expect(response.headers.get("location")).toMatch(/^\/editor\/queue\?%2F%2Fevil/);
});
