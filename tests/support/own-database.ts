import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import { createDatabase, dropDatabase } from "#prisma/databases.ts";

/*
 * Every test file has a database of its own, copied from the template before the file is read and dropped after it.
 */
const adminUrl = inject("adminUrl");
const name = `casebook_test_${process.pid}_${randomBytes(4).toString("hex")}`;
await createDatabase(adminUrl, name, inject("template"));
process.env["DATABASE_URL"] = adminUrl.replace(/\/[^/?]+(\?|$)/, `/${name}$1`);
process.env["SECRET"] ??= randomBytes(32).toString("hex");

afterAll(async () => {
  const { db } = await import("#lib/data/db.ts");
  await db.$disconnect();
  await dropDatabase(adminUrl, name);
});
