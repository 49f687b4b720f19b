import { expect, test } from "vitest";
import { db, plannedOnce } from "#lib/data/db.ts";
import { getState } from "#lib/data/generation.ts";
import { interpret } from "#lib/data/search/interpret.ts";

test("a connection plans once what is said to be, and nothing else that is written by hand", async () => {
  // One after another they have the same connection.
  await getState();
  await interpret("bus");
  await interpret("late trams");
  await db.$queryRaw`select 'by hand' as said where ${1}::int = 1`;
  const planned = await db.$queryRaw<{ statement: string }[]>`
    select "statement" from pg_prepared_statements order by prepare_time`;
  const statements = planned.map(({ statement }) => statement);
  expect(statements.filter((one) => one.endsWith(plannedOnce.sql))).toEqual([
    expect.stringContaining('from "Generation"'),
    expect.stringContaining("with typed as"),
  ]);
  expect(statements.filter((one) => one.includes("by hand"))).toEqual([]);
});
