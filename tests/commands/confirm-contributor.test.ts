import { expect, test } from "vitest";
import { confirmContributor } from "#lib/commands/contributors/confirm-contributor.ts";
import { db } from "#lib/data/db.ts";
import { aPerson } from "#tests/support/people.ts";
import { snapshot } from "#tests/support/snapshot.ts";

const councilId = "dorset";

test("an editor confirms that a person speaks for a council", async () => {
  const [person, actor, now] = [await aPerson(), await aPerson("editor"), new Date("2026-01-02T03:04:05Z")];
  expect(await confirmContributor({ personId: person.id, councilId, actor, now })).toMatchObject({ ok: true });
  expect(await db.contributor.findMany({ where: { personId: person.id } })).toEqual([
    { personId: person.id, councilId, confirmedById: actor.id, confirmedAt: now },
  ]);
});

test("a second confirmation keeps the first one's editor and date", async () => {
  const [person, first, second] = [await aPerson(), await aPerson("editor"), await aPerson("administrator")];
  await confirmContributor({ personId: person.id, councilId, actor: first });
  const before = await snapshot();
  expect(await confirmContributor({ personId: person.id, councilId, actor: second })).toMatchObject({ ok: true });
  expect(await snapshot()).toEqual(before);
  expect(await db.contributor.findFirst({ where: { personId: person.id } })).toMatchObject({ confirmedById: first.id });
});

test("nobody confirms themselves or others without being an editor", async () => {
  const [person, other] = [await aPerson(), await aPerson()];
  const before = await snapshot();
  for (const actor of [person, other])
    expect(await confirmContributor({ personId: person.id, councilId, actor })).toEqual({
      ok: false,
      reason: "not-allowed",
    });
  expect(await snapshot()).toEqual(before);
});
