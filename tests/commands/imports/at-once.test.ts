import { beforeAll, expect, test } from "vitest";
import { confirmImport } from "#lib/commands/imports/confirm-import.ts";
import { db } from "#lib/data/db.ts";
import { loadReferenceLists } from "#prisma/seed/reference.ts";
import { check, reportOf, run } from "#tests/support/imports/importing.ts";
import { aTable, rowsUpTo } from "#tests/support/imports/tables.ts";
import { aPerson } from "#tests/support/people.ts";

beforeAll(loadReferenceLists);

test("two imports of one source at once bring each row in once", async () => {
  const actor = await aPerson("editor");
  const table = aTable(rowsUpTo(8));
  const ids: string[] = [];
  for (const fileName of ["one.csv", "again.csv"]) {
    const { id } = await check(table, { actor, source: "Old directory", fileName });
    expect(await confirmImport({ id, actor })).toMatchObject({ ok: true });
    ids.push(id);
  }
  await Promise.all(ids.map(run));

  expect(await db.caseStudy.count()).toBe(8);
  const counts = await Promise.all(ids.map(async (id) => (await reportOf(id)).counts));
  expect(counts.map(({ new: fresh }) => fresh).toSorted()).toEqual([0, 8]);
  expect(counts.map(({ unchanged }) => unchanged).toSorted()).toEqual([0, 8]);
});

test("a source that is too long is refused, and never cut to what another is called", async () => {
  const actor = await aPerson("editor");
  const ask = (source: string) => check(aTable(rowsUpTo(1)), { actor, source });
  await expect(ask("x".repeat(61))).rejects.toThrow("source-too-long");
  expect((await ask(` ${"x".repeat(60)} `)).source).toBe("x".repeat(60));
});
