import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { confirmReview } from "#lib/commands/directory/confirm-review.ts";
import { markOverdue } from "#lib/commands/directory/mark-overdue.ts";
import { db } from "#lib/data/db.ts";
import { states } from "#lib/domain/workflow/states.ts";
import { aVersionIn } from "#tests/support/next-versions.ts";
import { aPerson } from "#tests/support/people.ts";
import { generation, snapshot } from "#tests/support/snapshot.ts";
import { aVersion } from "#tests/support/versions.ts";

const at = (text: string) => new Date(text);
const isOverdue = async (id: string) => (await db.version.findUniqueOrThrow({ where: { id } })).overdue;

describe("confirming that a case study is still right", () => {
  test("puts its review off by a year, takes the notice away and says so in history", async () => {
    const { id, editor } = await aVersion("published", {}, at("2021-01-31T12:00Z"));
    await markOverdue(at("2024-06-01T00:00Z"));
    expect(await isOverdue(id)).toBe(true);
    const [before, now] = [await generation(), at("2024-06-15T09:00Z")];

    const outcome = await confirmReview({ id, actor: editor, now });

    expect(outcome).toEqual({ ok: true, value: { reviewBy: at("2025-06-15") } });
    expect(await db.version.findUnique({ where: { id } })).toMatchObject({
      reviewBy: at("2025-06-15"),
      overdue: false,
      state: "published",
    });
    const line = { fromState: "published", toState: "published", actorId: editor.id, revision: 1, at: now };
    expect(await db.event.findMany({ where: { versionId: id, kind: "confirmReview" } })).toEqual([
      expect.objectContaining(line),
    ]);
    expect(await generation()).toBe(before + 1);
  });

  test("is for editors, and for what is published", async () => {
    const { id, author } = await aVersion("published");
    const before = await snapshot();
    expect(await confirmReview({ id, actor: author })).toEqual({ ok: false, reason: "not-allowed" });
    expect(await snapshot()).toEqual(before);
    const actor = await aPerson("editor");
    expect(await confirmReview({ id: randomUUID(), actor })).toEqual({ ok: false, reason: "not-found" });
  });

  test.each(states.filter((state) => state !== "published"))("is refused for what is %s", async (state) => {
    const { id, editor } = await aVersionIn(state);
    const before = await snapshot();
    expect(await confirmReview({ id, actor: editor })).toEqual({ ok: false, reason: "wrong-state" });
    expect(await snapshot()).toEqual(before);
  });
});

describe("marking what is overdue", () => {
  test("begins the day after the review was due, counts each once, and raises the generation once", async () => {
    await markOverdue(at("2010-01-01T00:00Z"));
    const { id } = await aVersion("published", {}, at("2011-03-10T12:00Z"));
    await aVersion("published", {}, at("2011-03-09T12:00Z"));
    const before = await generation();

    expect(await markOverdue(at("2012-03-09T23:00Z"))).toBe(0);
    expect(await generation()).toBe(before);
    expect(await markOverdue(at("2012-03-11T01:00Z"))).toBe(2);
    expect(await isOverdue(id)).toBe(true);
    expect(await generation()).toBe(before + 1);
    expect(await markOverdue(at("2012-03-12T01:00Z"))).toBe(0);
    expect(await generation()).toBe(before + 1);
  });

  test("is not yet so on the very day it is due, by London’s calendar", async () => {
    const { id } = await aVersion("published", {}, at("2011-04-10T12:00Z"));
    await markOverdue(at("2012-04-10T22:30Z"));
    expect(await isOverdue(id)).toBe(false);
    await markOverdue(at("2012-04-10T23:30Z"));
    expect(await isOverdue(id)).toBe(true);
  });

  test("is taken back when the review has been put off", async () => {
    const { id } = await aVersion("published", {}, at("2011-05-10T12:00Z"));
    await markOverdue(at("2013-01-01T00:00Z"));
    expect(await isOverdue(id)).toBe(true);
    await db.version.update({ where: { id }, data: { reviewBy: at("2015-01-01") } });
    const before = await generation();
    await markOverdue(at("2013-01-02T00:00Z"));
    expect(await isOverdue(id)).toBe(false);
    expect(await generation()).toBe(before + 1);
  });

  test("leaves alone what is not published", async () => {
    const { id } = await aVersion("withdrawn", {}, at("2011-06-10T12:00Z"));
    await markOverdue(at("2013-02-01T00:00Z"));
    expect(await isOverdue(id)).toBe(false);
  });
});
