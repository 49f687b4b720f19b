import { describe, expect, test } from "vitest";
import { moveVersion, type MoveRequest } from "#lib/commands/workflow/move-version.ts";
import { restoreAsDraft } from "#lib/commands/workflow/restore-as-draft.ts";
import { db } from "#lib/data/db.ts";
import { aPerson } from "#tests/support/people.ts";
import { snapshot } from "#tests/support/snapshot.ts";
import { aVersion, walkTo, type AVersion } from "#tests/support/versions.ts";

const move = ({ id, editor }: AVersion, request: Partial<MoveRequest> & Pick<MoveRequest, "move">) =>
  moveVersion({ id, basedOn: 1, actor: editor, reason: "For a reason", ...request });
const read = ({ id }: AVersion) => db.version.findUniqueOrThrow({ where: { id } });

describe("a move that lacks what it needs is refused and changes nothing", () => {
  test.each([
    ["handOver", "in_review"],
    ["schedule", "accepted"],
  ] as const)("%s", async (name, state) => {
    const version = await aVersion(state);
    const before = await snapshot();
    expect(await move(version, { move: name })).toEqual({ ok: false, reason: "details-missing" });
    expect(await snapshot()).toEqual(before);
  });

  test.each(["contributor", "inactive editor"] as const)("handing over to somebody who is only a %s", async (who) => {
    const version = await aVersion("in_review");
    const person = await aPerson(who === "contributor" ? "contributor" : "editor");
    if (who === "inactive editor") await db.person.update({ where: { id: person.id }, data: { active: false } });
    const before = await snapshot();
    const outcome = await move(version, { move: "handOver", details: { assigneeId: person.id } });
    expect(outcome).toEqual({ ok: false, reason: "details-missing" });
    expect(await snapshot()).toEqual(before);
  });
});

describe("whose desk a version is on", () => {
  test("taking puts it on the editor's own, handing over on another's, unassigning on nobody's", async () => {
    const version = await aVersion("submitted");
    const colleague = await aPerson("administrator");
    await move(version, { move: "take" });
    expect(await read(version)).toMatchObject({ assigneeId: version.editor.id, state: "in_review" });
    await move(version, { move: "handOver", details: { assigneeId: colleague.id } });
    expect(await read(version)).toMatchObject({ assigneeId: colleague.id, state: "in_review" });
    await move(version, { move: "unassign" });
    expect(await read(version)).toMatchObject({ assigneeId: null, state: "submitted" });
  });

  test("a version sent back for changes and submitted again is still with its editor", async () => {
    const version = await aVersion("changes_requested");
    await move(version, { move: "submit", actor: version.author });
    expect(await read(version)).toMatchObject({ assigneeId: version.editor.id, state: "submitted" });
  });
});

describe("a held version goes back to where it was", () => {
  test.each(["unconfirmed", "submitted"] as const)("%s", async (state) => {
    const version = await aVersion(state);
    await move(version, { move: "hold" });
    expect(await read(version)).toMatchObject({ state: "held", stateBeforeHold: state });
    expect(await move(version, { move: "release" })).toEqual({ ok: true, value: state });
    expect(await read(version)).toMatchObject({ state, stateBeforeHold: null });
  });
});

describe("a scheduled version", () => {
  const publishAt = new Date("2031-05-01T08:00Z");

  test.each([
    ["unschedule", "accepted"],
    ["reopen", "in_review"],
  ] as const)("loses its time by %s", async (name, state) => {
    const version = await aVersion("accepted");
    await move(version, { move: "schedule", details: { publishAt } });
    expect(await read(version)).toMatchObject({ state: "scheduled", publishAt });
    await move(version, { move: name });
    expect(await read(version)).toMatchObject({ state, publishAt: null });
  });

  test("may be published by an editor before its time, and is due for review a year later", async () => {
    const version = await aVersion("scheduled");
    await move(version, { move: "publish", now: new Date("2028-02-29T10:00Z") });
    expect(await read(version)).toMatchObject({
      state: "published",
      publishAt: null,
      overdue: false,
      reviewBy: new Date("2029-02-28"),
    });
  });
});

describe("unpublishing", () => {
  let looping: AVersion | undefined;

  test("with a page to send readers to leaves a redirect", async () => {
    const version = await aVersion("published", { title: "A page that moves" });
    await move(version, { move: "unpublish", details: { redirectTo: "/topics/buses" } });
    expect(await db.redirect.findMany({ where: { path: "/case-studies/a-page-that-moves" } })).toEqual([
      expect.objectContaining({ target: "/topics/buses" }),
    ]);
  });

  test("without one leaves none", async () => {
    const version = await aVersion("withdrawn", { title: "A page that ends" });
    await move(version, { move: "unpublish" });
    expect(await db.redirect.count({ where: { path: { contains: "ends" } } })).toBe(0);
  });

  test.each([
    "https://elsewhere.example/",
    "//elsewhere.example",
    "/\\elsewhere.example",
    "topics/buses",
    "",
    "/case-studies/a-page-that-would-loop",
    "/case-studies/./a-page-that-would-loop?again",
  ])("never sends readers off the site or round in a circle: %j", async (redirectTo) => {
    looping ??= await aVersion("published", { title: "A page that would loop" });
    const before = await snapshot();
    const outcome = await move(looping, { move: "unpublish", details: { redirectTo } });
    expect(outcome).toEqual({ ok: false, reason: "redirect-elsewhere" });
    expect(await snapshot()).toEqual(before);
  });

  test("leads nowhere any more once the case study is published again", async () => {
    const version = await aVersion("published", { title: "A page that comes back" });
    await move(version, { move: "unpublish", details: { redirectTo: "/topics/buses" } });
    const restored = await restoreAsDraft({ id: version.id, actor: version.editor });
    const id = restored.ok ? restored.value.versionId : "";
    await walkTo("published", { id, author: version.editor, editor: await aPerson("editor") });
    expect(await db.redirect.count({ where: { path: { contains: "comes-back" } } })).toBe(0);
  });

  test("is the only move that can leave a redirect", async () => {
    const redirects = await db.redirect.count();
    const details = { redirectTo: "/topics/buses" };
    const version = await aVersion("accepted", { title: "A page that stays" });
    await move(version, { move: "publish", details });
    await move(version, { move: "withdraw", details });
    await move(version, { move: "restore", details });
    expect(await db.redirect.count()).toBe(redirects);
  });
});
