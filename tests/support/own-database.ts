import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject, vi } from "vitest";
import { createDatabase, dropDatabase } from "#prisma/databases.ts";

/*
 * Every test file has a database of its own, copied from the template before the file is read and dropped after it. Files that
 * share the modules of one worker share its database's name too, to which those modules are connected.
 */
const adminUrl = inject("adminUrl");
const name = `casebook_test_${process.pid}_worker`;
const url = adminUrl.replace(/\/[^/?]+(\?|$)/, `/${name}$1`);
// A file that broke off has left its own.
await dropDatabase(adminUrl, name);
await createDatabase(adminUrl, name, inject("template"));
await goOnCounting();
process.env["DATABASE_URL"] = url;
process.env["SECRET"] ??= randomBytes(32).toString("hex");
const settings = { ...process.env };

afterAll(async () => {
  const { db } = await import("#lib/data/db.ts");
  await db.$disconnect();
  await dropDatabase(adminUrl, name);
  vi.unstubAllEnvs();
  for (const setting of Object.keys(process.env)) if (!(setting in settings)) delete process.env[setting];
  Object.assign(process.env, settings);
});

/** What modules have read of one generation would else be taken for what the next file's database has under that number. */
async function goOnCounting() {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`update "Generation" set "number" = $1`, [Date.now()]).finally(() => client.end());
}
