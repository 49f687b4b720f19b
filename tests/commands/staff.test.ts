import { beforeEach, describe, expect, test } from "vitest";
import { endEverySession } from "#lib/commands/people/end-every-session.ts";
import { spendSignInLink } from "#lib/commands/people/spend-sign-in-link.ts";
import { changeRole } from "#lib/commands/staff/change-role.ts";
import { deactivatePerson } from "#lib/commands/staff/deactivate-person.ts";
import { invitePerson } from "#lib/commands/staff/invite-person.ts";
import { nameAdministrator } from "#lib/commands/staff/name-administrator.ts";
import { reactivatePerson } from "#lib/commands/staff/reactivate-person.ts";
import { resetSecondFactor } from "#lib/commands/staff/reset-second-factor.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import { createLink } from "#lib/data/submissions/links.ts";
import { emailOf } from "#tests/support/letters.ts";
import { aPerson } from "#tests/support/people.ts";
import { cookieOf } from "#tests/support/sessions.ts";
import { snapshot } from "#tests/support/snapshot.ts";
import { aVersion } from "#tests/support/versions.ts";

type Someone = Awaited<ReturnType<typeof aPerson>>;
let administrator: Someone;

beforeEach(async () => {
  // Whoever was an administrator in the test before would count in this one.
  await db.person.updateMany({ data: { active: false } });
  administrator = await aPerson("administrator");
});

const read = ({ id }: { id: string }) => db.person.findUniqueOrThrow({ where: { id } });
const linesAbout = async ({ id }: { id: string }) =>
  (await db.peopleEvent.findMany({ where: { personId: id }, orderBy: { at: "asc" } })).map(
    ({ kind, actorId, detail }) => ({ kind, actorId, detail }),
  );
const countAdministrators = () => db.person.count({ where: { role: "administrator", active: true } });
const signIn = ({ id }: Someone) => cookieOf(id);
const countSessions = ({ id }: Someone) => db.session.count({ where: { userId: id } });

describe("a change by an administrator", () => {
  test.each([
    ["another role", "changeRole", { role: "administrator", active: true }, "administrator"],
    ["no access", "deactivate", { role: "editor", active: false }, ""],
  ] as const)("is made, recorded, and ends every session: %s (V7.4.2)", async (_, kind, becomes, detail) => {
    const editor = await aPerson("editor");
    await Promise.all([signIn(editor), signIn(editor), signIn(administrator)]);
    const request = { personId: editor.id, actor: administrator };
    const changed = await (kind === "deactivate"
      ? deactivatePerson(request)
      : changeRole({ ...request, role: "administrator" }));
    expect(changed).toEqual({ ok: true, value: { putBack: 0 } });
    expect(await read(editor)).toMatchObject(becomes);
    expect(await linesAbout(editor)).toEqual([{ kind, actorId: administrator.id, detail }]);
    expect([await countSessions(editor), await countSessions(administrator)]).toEqual([0, 1]);
  });

  test("lets somebody in again with the role they had", async () => {
    const editor = await aPerson("editor");
    const request = { personId: editor.id, actor: administrator };
    await deactivatePerson(request);
    expect(await reactivatePerson(request)).toMatchObject({ ok: true });
    expect(await read(editor)).toMatchObject({ role: "editor", active: true });
    expect((await linesAbout(editor)).map(({ kind }) => kind)).toEqual(["deactivate", "reactivate"]);
  });
});

describe("what somebody was reviewing", () => {
  test.each([
    ["is deactivated", (request: Parameters<typeof deactivatePerson>[0]) => deactivatePerson(request)],
    [
      "becomes a contributor",
      (request: Parameters<typeof deactivatePerson>[0]) => changeRole({ ...request, role: "contributor" }),
    ],
  ])("goes back to the queue when they are deactivated or edit no longer: %s", async (_, change) => {
    const { id, editor } = await aVersion("in_review");
    const mine = await aVersion("submitted");
    await moveVersion({ id: mine.id, basedOn: 1, move: "take", actor: editor });
    const [accepted, others] = [await aVersion("accepted"), await aVersion("in_review")];
    expect(await change({ personId: editor.id, actor: administrator })).toEqual({ ok: true, value: { putBack: 2 } });
    for (const version of [id, mine.id]) {
      expect(await db.version.findUnique({ where: { id: version } })).toMatchObject({
        ...{ state: "submitted", assigneeId: null },
      });
      const line = await db.event.findFirst({ where: { versionId: version, kind: "unassign" } });
      expect(line).toMatchObject({ actorId: administrator.id, fromState: "in_review", toState: "submitted" });
    }
    expect(await db.version.findUnique({ where: { id: accepted.id } })).toMatchObject({ state: "accepted" });
    expect(await db.version.findUnique({ where: { id: others.id } })).toMatchObject({ state: "in_review" });
  });

  test("stays with them when they become an administrator", async () => {
    const { id, editor } = await aVersion("in_review");
    await changeRole({ personId: editor.id, actor: administrator, role: "administrator" });
    expect(await db.version.findUnique({ where: { id } })).toMatchObject({ state: "in_review", assigneeId: editor.id });
  });
});

describe("refused, with nothing changed:", () => {
  async function expectRefusal(reason: string, work: () => Promise<unknown>) {
    const before = [await snapshot(), await db.peopleEvent.count()];
    expect(await work()).toEqual({ ok: false, reason });
    expect([await snapshot(), await db.peopleEvent.count()]).toEqual(before);
  }

  test.each(["contributor", "editor"] as const)("whatever a %s asks for", async (role) => {
    const [actor, { id: personId }] = [await aPerson(role), await aPerson("editor")];
    await expectRefusal("not-allowed", () => deactivatePerson({ personId, actor }));
    await expectRefusal("not-allowed", () => reactivatePerson({ personId, actor }));
    await expectRefusal("not-allowed", () => changeRole({ personId, actor, role: "contributor" }));
    await expectRefusal("not-allowed", () =>
      invitePerson({ email: "new@council.example", name: "New", role: "editor", actor }),
    );
  });

  test("an administrator who was deactivated meanwhile", async () => {
    const [second, { id: personId }] = [await aPerson("administrator"), await aPerson("editor")];
    await deactivatePerson({ personId: second.id, actor: administrator });
    await expectRefusal("not-allowed", () => deactivatePerson({ personId, actor: second }));
  });

  test("what an administrator asks about themselves, alone or not", async () => {
    const own = { personId: administrator.id, actor: administrator };
    for (const others of [0, 1]) {
      if (others) await aPerson("administrator");
      await expectRefusal("own-self", () => deactivatePerson(own));
      await expectRefusal("own-self", () => changeRole({ ...own, role: "editor" }));
    }
  });

  test("what is so already, and what is about nobody", async () => {
    const { id: personId } = await aPerson("editor");
    await expectRefusal("no-change", () => changeRole({ personId, actor: administrator, role: "editor" }));
    await expectRefusal("no-change", () => reactivatePerson({ personId, actor: administrator }));
    const nobody = "0198a000-0000-7000-8000-000000000001";
    await expectRefusal("not-found", () => deactivatePerson({ personId: nobody, actor: administrator }));
  });
});

test("two administrators deactivate each other at the same moment: one stays", async () => {
  for (let round = 0; round < 15; round++) {
    await db.person.updateMany({ data: { active: false } });
    const [one, two] = [await aPerson("administrator"), await aPerson("administrator")];
    const outcomes = await Promise.all([
      deactivatePerson({ personId: one.id, actor: two }),
      round % 2
        ? deactivatePerson({ personId: two.id, actor: one })
        : changeRole({ personId: two.id, actor: one, role: "editor" }),
    ]);
    expect(outcomes).toContainEqual({ ok: true, value: { putBack: 0 } });
    expect(outcomes).toContainEqual({ ok: false, reason: "not-allowed" });
    expect(await countAdministrators()).toBe(1);
  }
});

test("somebody takes a case study while they are deactivated: nothing stays with them, and nothing waits for ever", async () => {
  for (let round = 0; round < 10; round++) {
    const [first, second] = [await aVersion("in_review"), await aVersion("submitted")];
    const { editor } = first;
    const [deactivated] = await Promise.all([
      deactivatePerson({ personId: editor.id, actor: administrator }),
      moveVersion({ id: second.id, basedOn: 1, move: "take", actor: editor }),
    ]);
    expect(deactivated).toMatchObject({ ok: true });
    expect(await db.version.findUnique({ where: { id: first.id } })).toMatchObject({ assigneeId: null });
  }
});

describe("an invitation", () => {
  const invite = (changes: Partial<Parameters<typeof invitePerson>[0]> = {}) =>
    invitePerson({
      ...{ email: " New.Editor@Council.Example ", name: " New  Editor ", role: "editor", actor: administrator },
      ...changes,
    });
  const lettersTo = (toId: string) => db.letter.findMany({ where: { toId, kind: "invite" } });

  test("adds somebody we do not know, and writes to them once", async () => {
    const invited = await invite();
    const person = await db.person.findUniqueOrThrow({ where: { email: "new.editor@council.example" } });
    expect(invited).toEqual({ ok: true, value: { personId: person.id } });
    expect(person).toMatchObject({ name: "New Editor", role: "editor", active: true, emailProvedAt: null });
    expect(await linesAbout(person)).toEqual([{ kind: "invite", actorId: administrator.id, detail: "editor" }]);
    expect(await lettersTo(person.id)).toHaveLength(1);
    expect(await invite()).toEqual({ ok: false, reason: "edits-already" });
    expect(await lettersTo(person.id)).toHaveLength(1);
  });

  test("raises a contributor, who keeps the name they have", async () => {
    const contributor = await aPerson();
    expect(await invite({ email: await emailOf(contributor.id), role: "administrator" })).toMatchObject({ ok: true });
    expect(await read(contributor)).toMatchObject({ role: "administrator", name: "A contributor" });
  });

  test("lowers no administrator and lets nobody in who was deactivated", async () => {
    const [second, gone] = [await aPerson("administrator"), await aPerson("editor")];
    await deactivatePerson({ personId: gone.id, actor: administrator });
    expect(await invite({ email: await emailOf(second.id) })).toEqual({ ok: false, reason: "edits-already" });
    expect(await invite({ email: await emailOf(gone.id) })).toEqual({ ok: false, reason: "deactivated" });
    expect([(await read(second)).role, (await read(gone)).active]).toEqual(["administrator", false]);
  });

  test("of one person twice at the same moment is one", async () => {
    const email = "twice@council.example";
    const outcomes = await Promise.all([invite({ email }), invite({ email })]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const { id } = await db.person.findUniqueOrThrow({ where: { email } });
    expect([await lettersTo(id), await linesAbout({ id })].map(({ length }) => length)).toEqual([1, 1]);
  });
});

describe("the command line", () => {
  test("makes the first administrator, and says so the second time", async () => {
    const request = { email: "First@Council.Example", name: "The First" };
    expect(await nameAdministrator(request)).toBe("named");
    expect(await nameAdministrator(request)).toBe("already");
    const person = await db.person.findUniqueOrThrow({ where: { email: "first@council.example" } });
    expect(person).toMatchObject({ name: "The First", role: "administrator", active: true });
    expect(await linesAbout(person)).toEqual([{ kind: "nameAdministrator", actorId: null, detail: "administrator" }]);
  });

  test("raises and lets in whoever is known, by the name they have", async () => {
    const editor = await aPerson("editor");
    await deactivatePerson({ personId: editor.id, actor: administrator });
    expect(await nameAdministrator({ email: await emailOf(editor.id), name: "Other" })).toBe("named");
    expect(await read(editor)).toMatchObject({ name: "A editor", role: "administrator", active: true });
  });
});

describe("a lost authenticator app", () => {
  const withApp = async () => {
    const editor = await aPerson("editor");
    await db.twoFactor.create({ data: { userId: editor.id, secret: "s", backupCodes: "b", verified: true } });
    await signIn(editor);
    return editor;
  };

  test("is forgotten by an administrator, once, with its codes and every session, and that is recorded (V7.4.5)", async () => {
    const editor = await withApp();
    const request = { personId: editor.id, actor: administrator };
    expect(await resetSecondFactor(request)).toMatchObject({ ok: true });
    expect(await db.twoFactor.count({ where: { userId: editor.id } })).toBe(0);
    expect(await countSessions(editor)).toBe(0);
    expect(await linesAbout(editor)).toEqual([{ kind: "resetSecondFactor", actorId: administrator.id, detail: "" }]);
    expect(await resetSecondFactor(request)).toEqual({ ok: false, reason: "no-change" });
  });

  test("is forgotten by nobody else, and by nobody for themselves", async () => {
    const editor = await withApp();
    const other = await aPerson("editor");
    const reset = (personId: string, actor: Someone) => resetSecondFactor({ personId, actor });
    expect(await reset(editor.id, other)).toEqual({ ok: false, reason: "not-allowed" });
    expect(await reset(administrator.id, administrator)).toEqual({ ok: false, reason: "own-self" });
    await db.person.update({ where: { id: administrator.id }, data: { active: false } });
    expect(await reset(editor.id, administrator)).toEqual({ ok: false, reason: "not-allowed" });
    expect(await db.twoFactor.count({ where: { userId: editor.id } })).toBe(1);
  });
});

test("the command line lets an administrator set up another app, and history says so", async () => {
  await db.twoFactor.create({ data: { userId: administrator.id, secret: "s", backupCodes: "b", verified: true } });
  await signIn(administrator);
  const request = { email: await emailOf(administrator.id), name: "" };
  expect(await nameAdministrator(request)).toBe("reset");
  expect(await countSessions(administrator)).toBe(0);
  expect(await linesAbout(administrator)).toEqual([{ kind: "resetSecondFactor", actorId: null, detail: "" }]);
  expect(await nameAdministrator(request)).toBe("already");
});

test("ending sessions lets no link that was sent before begin another (V7.4.5)", async () => {
  const editor = await aPerson("editor");
  const now = new Date();
  const link = { purpose: "signIn", personId: editor.id, expiresAt: new Date(now.getTime() + 600_000), now } as const;
  const { token } = await createLink(db, link);
  await endEverySession({ personId: editor.id });
  expect(await spendSignInLink({ token })).toEqual({ ok: false, reason: "not-found" });
  const { token: fresh } = await createLink(db, link);
  expect(await spendSignInLink({ token: fresh })).toMatchObject({ ok: true });
});
