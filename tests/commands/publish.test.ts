import { expect, test } from "vitest";
import { moveVersion } from "#lib/commands/move-version.ts";
import { db } from "#lib/data/db.ts";
import { aPerson } from "#tests/support/people.ts";
import { aVersion } from "#tests/support/versions.ts";

test("two editors publish at once: one succeeds, one is told, and history has one line", async () => {
  const { id, latestRevision: basedOn } = await aVersion("accepted");
  const editors = [await aPerson("editor"), await aPerson("editor")];

  const outcomes = await Promise.all(editors.map((actor) => moveVersion({ id, basedOn, move: "publish", actor })));

  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(await db.event.count({ where: { versionId: id, kind: "publish" } })).toBe(1);
});
