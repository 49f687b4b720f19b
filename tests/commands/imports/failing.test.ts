import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { askForImport } from "#lib/commands/imports/ask-for-import.ts";
import { keepImporting } from "#lib/transfer/import/keep-importing.ts";
import { db } from "#lib/data/db.ts";
import { aRow, aTable, rowsUpTo } from "#tests/support/imports/tables.ts";
import { aPerson } from "#tests/support/people.ts";
import { loadReferenceLists } from "#prisma/seed/reference.ts";

beforeAll(loadReferenceLists);

async function ask(table: string, source: string) {
  const parts = (async function* () {
    yield Buffer.from(table);
  })();
  const asked = await askForImport({ source, fileName: "file.csv", parts, actor: await aPerson("editor") });
  if (!asked.ok) throw new Error(asked.reason);
  return asked.value;
}
const stageOf = async (id: string) => (await db.import.findUniqueOrThrow({ where: { id } })).stage;

test("a file that the site fails at for no reason of its own does not keep the others", async () => {
  // A fault in the database that only one row meets.
  await db.$executeRaw`create function fail_once() returns trigger language plpgsql as $$
    begin if new."title" = 'Poison' then raise exception 'a fault'; end if; return new; end $$`;
  await db.$executeRaw`create trigger fails before insert on "ImportRow" for each row execute function fail_once()`;
  onTestFinished(async () => {
    await db.$executeRaw`drop trigger fails on "ImportRow"`;
    await db.$executeRaw`drop function fail_once()`;
  });
  const failing = await ask(aTable([aRow(1, { title: "Poison" })]), "Failing");
  const next = await ask(aTable(rowsUpTo(2)), "Next");
  const stop = keepImporting();
  onTestFinished(stop);
  await vi.waitFor(async () => expect(await stageOf(next)).toBe("checked"), { timeout: 20_000, interval: 200 });
  expect(await stageOf(failing)).toBe("waiting");
});
