import { expect, test } from "vitest";
import { db } from "#lib/data/db.ts";
import { personalData, publicColumns, publicLists } from "#tests/support/personal-data.ts";
import { listColumns } from "#tests/support/tables.ts";

const couldHoldAnything = /^(text|character|character varying|json|jsonb|bytea|tsvector|xml|ARRAY)$/;

async function listReferences() {
  const rows = await db.$queryRaw<{ column: string; to: string }[]>`
    select source.relname || '.' || a.attname as "column", target.relname as "to"
      from pg_constraint k join pg_class source on source.oid = k.conrelid join pg_class target on target.oid = k.confrelid
      join pg_attribute a on a.attrelid = source.oid and a.attnum = any(k.conkey)
     where k.contype = 'f'`;
  return new Map(rows.map(({ column, to }) => [column, to]));
}

async function listToTreat() {
  const references = await listReferences();
  const columns = (await listColumns()).filter(({ table }) => !publicLists.includes(table));
  return columns
    .map(({ table, column, type }) => ({ name: `${table}.${column}`, column, type }))
    .filter(({ name, column, type }) => {
      const leadsSomewhere = type === "uuid" && column !== "id" && !references.has(name);
      return couldHoldAnything.test(type) || references.get(name) === "Person" || leadsSomewhere;
    })
    .map(({ name }) => name);
}

test("every column that could hold something about a person says what erasing does with it, and no other does (V14.1.1)", async () => {
  const known = [...Object.keys(personalData), ...publicColumns];
  expect((await listToTreat()).toSorted()).toEqual(known.toSorted());
});

test("a new column, or a new reference to a person, would be seen", async () => {
  await db.$executeRaw`create table "Guest" ("id" uuid primary key, "nickname" text, "hostId" uuid references "Person"("id"))`;
  await db.$executeRaw`alter table "CaseStudy" add column "rung" jsonb, add column "rungBy" uuid`;
  const found = await listToTreat();
  expect(found.filter((name) => !(name in personalData) && !publicColumns.includes(name)).toSorted()).toEqual([
    "CaseStudy.rung",
    "CaseStudy.rungBy",
    "Guest.hostId",
    "Guest.nickname",
  ]);
  await db.$executeRaw`drop table "Guest"`;
  await db.$executeRaw`alter table "CaseStudy" drop column "rung", drop column "rungBy"`;
});
