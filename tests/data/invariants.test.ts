import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { states } from "#lib/domain/workflow/states.ts";
import { listUnnoticed } from "#tests/faults/invariant-controls.ts";
import { listBrokenInvariants } from "#tests/faults/invariants.ts";
import { aNextVersion } from "#tests/support/next-versions.ts";
import { aVersion } from "#tests/support/versions.ts";

let client: pg.Client;

beforeAll(async () => {
  client = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
  await client.connect();
});

afterAll(() => client.end());

test("after every way through the workflow all invariants hold", async () => {
  for (const state of states) if (state !== "superseded") await aVersion(state);
  await aNextVersion(await aVersion("published"), "published");

  expect(await listBrokenInvariants(async (sql) => (await client.query(sql)).rows)).toEqual([]);
});

test("whatever breaks one of them is noticed", async () => {
  await aVersion("published");

  expect(await listUnnoticed(client)).toEqual([]);
});
