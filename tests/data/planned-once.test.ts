import { expect, test } from "vitest";
import { db, plannedOnce } from "#lib/data/db.ts";
import { getState } from "#lib/data/listing/rows.ts";

test("a connection plans once what is said to be, and nothing else that is written by hand", async () => {
  const planned = await db.$transaction(async (tx) => {
    await getState(tx);
    await tx.$queryRaw`select 'by hand' as said where ${1}::int = 1`;
    return tx.$queryRaw<{ statement: string }[]>`select "statement" from pg_prepared_statements`;
  });
  const statements = planned.map(({ statement }) => statement);
  expect(statements.filter((one) => one.endsWith(plannedOnce.sql))).toHaveLength(1);
  expect(statements.filter((one) => one.includes("by hand"))).toEqual([]);
});
