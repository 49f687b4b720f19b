import { readFile, readdir } from "node:fs/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import { expect, test } from "vitest";
import { schemaEngine } from "#prisma/engine.ts";

const prisma = new URL("../../prisma/", import.meta.url);

async function readMigrationsList() {
  const folder = new URL("migrations/", prisma);
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const directories = names.toSorted().map(async (path) => {
    const value = await readFile(new URL(`${path}/migration.sql`, folder), "utf8");
    return { path, migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value } } };
  });
  const lock = await readFile(new URL("migration_lock.toml", folder), "utf8");
  return {
    baseDir: "prisma/migrations",
    lockfile: { path: "migration_lock.toml", content: lock },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(directories),
  };
}

async function stepsTo(schema: string) {
  const engine = await schemaEngine(new PrismaPg({ connectionString: process.env["DATABASE_URL"] ?? "" }));
  const { migrationSteps, ...rest } = await engine.evaluateDataLoss({
    migrationsList: await readMigrationsList(),
    schema: { files: [{ path: "schema.prisma", content: schema }] },
    filters: { externalTables: [], externalEnums: [] },
  });
  console.log(migrationSteps, rest);
  return migrationSteps;
}

test("x", async () => {
  const schema = await readFile(new URL("schema.prisma", prisma), "utf8");
  expect(await stepsTo(schema)).toBe(0);
  expect(await stepsTo(schema.replace("model Synonym {", "model Synonym {\n extra String?"))).toBeGreaterThan(0);
});
