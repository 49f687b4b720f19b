import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { endImport } from "#lib/commands/imports/end-stage.ts";
import { holdImport, keepHolding } from "#lib/data/imports/holding.ts";
import { erasePerson } from "#lib/commands/people/erasing/erase-person.ts";
import { db } from "#lib/data/db.ts";
import { check } from "#tests/support/imports/importing.ts";
import { aRow, aTable, rowsUpTo } from "#tests/support/imports/tables.ts";
import { aPerson } from "#tests/support/people.ts";

test("also from one that a spreadsheet wrote in two bytes a letter, and whoever is at it loses it", async () => {
  const actor = await aPerson("editor");
  const { id: personId } = await aPerson();
  const { email } = await db.person.findUniqueOrThrow({ where: { id: personId } });
  const file = Buffer.from(`\uFEFF${aTable([...rowsUpTo(80), aRow(81, { contactEmail: email })])}`, "utf16le");
  const named = await check(file, { actor, source: "Wide" });
  expect(named.counts).toMatchObject({ new: 81 });
  const heldBy = randomUUID();
  expect(await holdImport(named.id, heldBy)).toBe(true);

  expect((await erasePerson({ personId })).ok).toBe(true);
  expect(await db.importPart.count({ where: { importId: named.id } })).toBe(0);
  expect(await keepHolding(db, named.id, heldBy)).toBe(false);
  await endImport({ id: named.id, heldBy });
  expect(await db.import.findUnique({ where: { id: named.id } })).toMatchObject({ stage: "refused" });
});

test("whoever is erased goes from a file that waits to be brought in, wherever in it they are named", async () => {
  const actor = await aPerson("editor");
  const { id: personId } = await aPerson();
  const { email } = await db.person.findUniqueOrThrow({ where: { id: personId } });
  // Long enough to lie in several pieces, of which the last one names them.
  const rows = [...rowsUpTo(150), aRow(151, { contactEmail: email.toUpperCase() })];
  const named = await check(aTable(rows), { actor, source: "Named" });
  const other = await check(aTable(rowsUpTo(2)), { actor, source: "Other" });
  expect(await db.importPart.count({ where: { importId: named.id } })).toBeGreaterThan(1);

  expect((await erasePerson({ personId })).ok).toBe(true);
  expect(await db.importPart.count({ where: { importId: named.id } })).toBe(0);
  expect(await db.importRow.count({ where: { importId: named.id } })).toBe(0);
  expect(await db.import.findUnique({ where: { id: named.id } })).toMatchObject({ stage: "refused" });
  expect(await db.importPart.count({ where: { importId: other.id } })).toBe(1);
});
