import { describe, expect, test } from "vitest";
import { confirmEmail } from "#lib/commands/submissions/confirm-email.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import { findLinkOf, tokenOf } from "#lib/data/submissions/links.ts";
import { findTracked } from "#lib/data/submissions/tracking.ts";
import type { Move } from "#lib/domain/workflow/moves.ts";
import { stateWords } from "#lib/domain/workflow/words.ts";
import { snapshot } from "#tests/support/snapshot.ts";
import { aVersion, type AVersion } from "#tests/support/versions.ts";

const suspicion = "The field that people do not see was filled in.";

/** A draft that the spam rules suspect, with an author whose address is proved or not. */
async function aSuspectDraft({ proved }: { proved: boolean }) {
  const version = await aVersion("draft");
  await db.version.update({ where: { id: version.id }, data: { suspicion } });
  if (!proved) await db.person.update({ where: { id: version.author.id }, data: { emailProvedAt: null } });
  return version;
}

const move = ({ id, editor, author }: AVersion, name: Move) =>
  moveVersion({
    ...{ id, basedOn: 1, move: name, reason: "It is genuine" },
    actor: ["submit", "takeBack"].includes(name) ? author : editor,
  });
const read = ({ id }: AVersion) => db.version.findUniqueOrThrow({ where: { id } });
const tokenFor = async ({ id }: AVersion, purpose: "confirm" | "track") =>
  tokenOf((await findLinkOf(db, id, purpose, new Date()))?.id ?? "");

describe("a suspect submission", () => {
  test.each([
    { proved: true, before: "submitted" },
    { proved: false, before: "unconfirmed" },
  ] as const)("is held at once, and its author hears of the submission alone: $before", async ({ proved, before }) => {
    const version = await aSuspectDraft({ proved });
    expect(await move(version, "submit")).toEqual({ ok: true, value: "held" });
    expect(await read(version)).toMatchObject({ state: "held", stateBeforeHold: before, suspicion });

    const events = await db.event.findMany({ where: { versionId: version.id }, include: { letters: true } });
    const lines = events.filter(({ kind }) => kind !== "start");
    expect(lines.find(({ kind }) => kind === "submit")).toMatchObject({
      ...{ fromState: "draft", toState: before, actorId: version.author.id },
      letters: [{ kind: "submit", toId: version.author.id }],
    });
    expect(lines.find(({ kind }) => kind === "hold")).toMatchObject({
      ...{ fromState: before, toState: "held", actorId: null, reason: suspicion },
      letters: [],
    });
    expect(lines).toHaveLength(2);
  });

  test("that cannot be submitted is not held either", async () => {
    const version = await aSuspectDraft({ proved: true });
    const before = await snapshot();
    const outcome = await moveVersion({ id: version.id, basedOn: 7, move: "submit", actor: version.author });
    expect(outcome).toEqual({ ok: false, reason: "stale" });
    expect(await snapshot()).toEqual(before);
  });

  test("accuses nobody on the page where its author follows it", async () => {
    const version = await aSuspectDraft({ proved: true });
    await move(version, "submit");
    const tracked = await findTracked(await tokenFor(version, "track"));
    expect(tracked?.state).toBe("held");
    expect(tracked?.events.map(({ kind }) => kind)).toEqual(["start", "submit"]);
    expect(JSON.stringify(tracked?.events)).not.toContain(suspicion);
    expect(Object.values(stateWords.held).join(" ")).not.toMatch(/spam|suspic|abuse|robot|program/i);
  });

  test("once released is believed: taken back and sent again, it is not held again", async () => {
    const version = await aSuspectDraft({ proved: true });
    await move(version, "submit");
    expect(await move(version, "release")).toEqual({ ok: true, value: "submitted" });
    await move(version, "takeBack");
    expect(await move(version, "submit")).toEqual({ ok: true, value: "submitted" });
  });
});

describe("an address confirmed while its submission is held", () => {
  async function confirmed() {
    const version = await aSuspectDraft({ proved: false });
    await move(version, "submit");
    const token = await tokenFor(version, "confirm");
    expect(await confirmEmail({ token })).toMatchObject({ ok: true });
    return { version, token };
  }

  test("counts as proved, while the submission stays held", async () => {
    const { version } = await confirmed();
    expect(await read(version)).toMatchObject({ state: "held", stateBeforeHold: "unconfirmed" });
    const author = await db.person.findUniqueOrThrow({ where: { id: version.author.id } });
    expect(author.emailProvedAt).not.toBeNull();
    expect(await db.event.count({ where: { versionId: version.id, kind: "confirm" } })).toBe(0);
  });

  test("lets a release lead to the editors, and the link be pressed again", async () => {
    const { version, token } = await confirmed();
    expect(await confirmEmail({ token })).toMatchObject({ ok: true });
    expect(await move(version, "release")).toEqual({ ok: true, value: "submitted" });
    expect(await confirmEmail({ token })).toMatchObject({ ok: true });
    expect(await read(version)).toMatchObject({ state: "submitted", stateBeforeHold: null });
  });

  test("is not needed before a release, after which the link works as ever", async () => {
    const version = await aSuspectDraft({ proved: false });
    await move(version, "submit");
    expect(await move(version, "release")).toEqual({ ok: true, value: "unconfirmed" });
    expect(await confirmEmail({ token: await tokenFor(version, "confirm") })).toMatchObject({ ok: true });
    expect(await read(version)).toMatchObject({ state: "submitted" });
  });

  test("and released in the same moment, ends with the editors whichever comes first", async () => {
    for (let round = 0; round < 5; round += 1) {
      const version = await aSuspectDraft({ proved: false });
      await move(version, "submit");
      const token = await tokenFor(version, "confirm");
      await Promise.all([confirmEmail({ token }), move(version, "release")]);
      expect(await read(version)).toMatchObject({ state: "submitted" });
    }
  });

  test("proves nothing for whoever took the draft over: an old link of a draft opens no address", async () => {
    const version = await aSuspectDraft({ proved: false });
    await db.version.update({ where: { id: version.id }, data: { suspicion: "" } });
    await move(version, "submit");
    const token = await tokenFor(version, "confirm");
    await move(version, "takeBack");
    await confirmEmail({ token });
    const author = await db.person.findUniqueOrThrow({ where: { id: version.author.id } });
    expect(author.emailProvedAt).toBeNull();
  });
});
