import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { readEnv } from "#lib/ops/env.ts";
import { startEmbedded } from "#prisma/embedded.ts";
import { schemaEngine, sqlBetween } from "#prisma/engine.ts";
import { Complaint, runProgram } from "./launch/complaint.ts";

/**
 * Writes the migration that leads from the committed schema.prisma to the one in the working tree.
 * Usage: npm run migration -- add_something
 */
await runProgram(async () => {
  const name = process.argv[2]?.replace(/[^a-z0-9]+/gi, "_").toLowerCase();
  if (!name) throw new Complaint("Say in a few words what the migration does: npm run migration -- add_something");

  const committed = execFileSync("git", ["show", "HEAD:prisma/schema.prisma"], { encoding: "utf8" });
  const sql = await compare(committed, await readFile("prisma/schema.prisma", "utf8"));
  if (!/^[^-\s]/m.test(sql)) throw new Complaint("schema.prisma says the same as the committed one.");

  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const path = join("prisma", "migrations", `${stamp}_${name}`);
  await mkdir(path);
  await writeFile(join(path, "migration.sql"), sql);
  console.log(`Written: ${path}/migration.sql. Read it before you commit it.`);
  process.disconnect?.();
});

/** The engine insists on a database, even to compare two texts. */
async function compare(from: string, to: string): Promise<string> {
  const { DATA_DIR } = readEnv();
  await mkdir(DATA_DIR, { recursive: true });
  const folder = await mkdtemp(join(DATA_DIR, "migration-"));
  await chmod(folder, 0o755);
  const server = await startEmbedded(join(folder, "postgres"));
  try {
    const engine = await schemaEngine(new PrismaPg({ connectionString: server.urlOf("postgres") }));
    return await sqlBetween(engine, from, to);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
