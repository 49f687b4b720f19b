import { beforeAll, describe, expect, test } from "vitest";
import { confirmContributor } from "#lib/commands/contributors/confirm-contributor.ts";
import { unconfirmContributor } from "#lib/commands/contributors/unconfirm-contributor.ts";
import { addPerson } from "#lib/commands/people/add-person.ts";
import { erasePerson } from "#lib/commands/people/erasing/erase-person.ts";
import { db } from "#lib/data/db.ts";
import { listChanges } from "#lib/data/people/changes.ts";
import { findByEmail, listContributors, listStaff } from "#lib/data/people/staff.ts";
import type { Actor } from "#lib/domain/workflow/decide.ts";
import { aPerson } from "#tests/support/people.ts";
import { aVersion } from "#tests/support/versions.ts";

let administrator: Extract<Actor, { kind: "person" }>;

beforeAll(async () => {
  administrator = await aPerson("administrator");
  await addPerson({ email: "amira@casebook.example", name: "Amira Hussain", role: "editor" });
  const gone = await addPerson({ email: "old_hand@casebook.example", name: "100% Old Hand", role: "editor" });
  await db.person.update({ where: { id: gone.id }, data: { active: false } });
  await addPerson({ email: "reader@council.example", name: "A Reader" });
});

describe("everybody who edits", () => {
  test("is listed with how much they review, whoever was deactivated last", async () => {
    const { editor } = await aVersion("in_review");
    const staff = await listStaff();
    expect(staff.at(-1)).toMatchObject({ name: "100% Old Hand", active: false, had: [], work: { inReview: 0 } });
    expect(staff.find(({ id }) => id === editor.id)).toMatchObject({
      active: true,
      role: "editor",
      work: { inReview: 1, accepted: 0 },
    });
    expect(staff.filter(({ role }) => role === "contributor")).toEqual([]);
  });

  test.each([
    ["AMIRA", ["Amira Hussain"]],
    ["amira@case", ["Amira Hussain"]],
    ["old_hand", ["100% Old Hand"]],
    ["100%", ["100% Old Hand"]],
    ["a%a", []],
    ["am_ra", []],
    ["reader", []],
  ])("is found by %j", async (words, names) => {
    expect((await listStaff(words)).map(({ name }) => name)).toEqual(names);
  });
});

describe("who speaks for a council", () => {
  test("is listed by council, found by name, address or council, and taken back", async () => {
    const [one, two] = [await addPerson({ email: "b@leeds.example" }), await addPerson({ email: "a@dorset.example" })];
    await confirmContributor({ personId: one.id, councilId: "leeds", actor: administrator });
    await confirmContributor({ personId: two.id, councilId: "dorset", actor: administrator });
    expect((await listContributors()).map(({ councilId }) => councilId)).toEqual(["dorset", "leeds"]);
    expect(await listContributors("Leeds C")).toMatchObject([
      { email: "b@leeds.example", council: "Leeds City Council", confirmedBy: "A administrator" },
    ]);
    expect(await listContributors("a@dors")).toMatchObject([{ personId: two.id }]);

    for (let times = 0; times < 2; times++)
      expect(await unconfirmContributor({ personId: one.id, councilId: "leeds", actor: administrator })).toMatchObject({
        ok: true,
      });
    expect(await listContributors("leeds")).toEqual([]);
    expect((await listChanges()).slice(0, 3).map(({ kind, detail }) => [kind, detail])).toEqual([
      ["unconfirmContributor", "Leeds City Council"],
      ["confirmContributor", "Dorset Council"],
      ["confirmContributor", "Leeds City Council"],
    ]);
  });

  test("is not for a contributor to take back", async () => {
    const actor = await aPerson();
    expect(await unconfirmContributor({ personId: actor.id, councilId: "leeds", actor })).toEqual({
      ok: false,
      reason: "not-allowed",
    });
  });
});

test("what was changed stays without somebody who was erased, and says nothing about them", async () => {
  const person = await addPerson({ email: "erased@dorset.example", name: "Erased Person" });
  await confirmContributor({ personId: person.id, councilId: "kent", actor: administrator });
  expect((await listChanges())[0]).toMatchObject({ person: "Erased Person", detail: "Kent County Council" });
  await erasePerson({ personId: person.id });
  expect((await listChanges())[0]).toMatchObject({ person: "", actor: "A administrator", kind: "confirmContributor" });
});

test("what was changed is append-only", async () => {
  await expect(db.peopleEvent.updateMany({ data: { detail: "" } })).rejects.toThrow(/P2003|append-only|constraint/i);
  await expect(db.peopleEvent.deleteMany()).rejects.toThrow(/P2003|append-only|constraint/i);
  await expect(db.$executeRaw`truncate "PeopleEvent"`).rejects.toThrow(/append-only/);
});

test("a person is found by their e-mail address, however it is typed", async () => {
  expect(await findByEmail(" READER@council.example")).toMatchObject({ id: expect.any(String) });
  expect(await findByEmail("nobody@council.example")).toBeNull();
});
