import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { schemaEngine, type SchemaEngine } from "#prisma/engine.ts";
import { CatalogueAdapter } from "#tests/support/catalogue-adapter.ts";

const schema = await readFile(new URL("../../prisma/schema.prisma", import.meta.url), "utf8");
let engine: SchemaEngine;

beforeAll(async () => {
  engine = await schemaEngine(new CatalogueAdapter({ connectionString: process.env["DATABASE_URL"] ?? "" }));
});

/** The SQL that would bring the migrated database to a schema. */
async function whatIsMissing(content: string) {
  const files = [{ path: "schema.prisma", content }];
  const { stdout } = await engine.diff({
    from: { tag: "schemaDatasource", files, configDir: "" },
    to: { tag: "schemaDatamodel", files },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout?.trim();
}

test("the migrations lead to exactly what schema.prisma says", async () => {
  expect(await whatIsMissing(schema)).toBe("-- This is an empty migration.");
});

describe("a schema that says something else is seen", () => {
  test.each([
    ["another column", "model Synonym {", "model Synonym {\n  extra String?", /ADD COLUMN +"extra" TEXT/],
    ["another table", "model Synonym {", "model Extra {\n  id Int @id\n}\nmodel Synonym {", /CREATE TABLE "Extra"/],
    ["no column", /\n {2}phone .*/, "", /DROP COLUMN "phone"/],
    ["no index", "  @@index([writerId])\n", "", /DROP INDEX "Revision_writerId_idx"/],
    ["no unique index", "@unique", "", /DROP INDEX "Person_email_key"/],
    ["another default", "@default(contributor)", "@default(editor)", /SET DEFAULT 'editor'/],
    ["another end of a relation", "onDelete: Cascade", "onDelete: Restrict", /ON DELETE RESTRICT/],
    ["a state fewer", "  withdrawn\n", "", /"State_new"/],
  ])("%s", async (_, from, to, expected) => {
    const changed = schema.replace(from, to);
    expect(changed).not.toBe(schema);
    expect(await whatIsMissing(changed)).toMatch(expected);
  });
});
