import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDatabase, dropDatabase } from "#prisma/databases.ts";
import { startEmbedded, type EmbeddedDatabase } from "#prisma/embedded.ts";
import { migrate } from "#prisma/migrate.ts";

export interface Scratch {
  /** The server it is on and the folder of that, where both are its own. */
  own: { server: EmbeddedDatabase; folder: string } | null;
  close: () => Promise<void>;
}

/**
 * A database of our own with the schema and the reference lists, on a server of its own or the one that DATABASE_URL names.
 * Whatever reads the database afterwards finds it in DATABASE_URL.
 */
export async function openScratch(): Promise<Scratch> {
  const given = process.env["DATABASE_URL"];
  const folder = given ? null : await mkdtemp(join(tmpdir(), "casebook-bench-"));
  // PostgreSQL may run as a user of its own, which has to reach its data.
  if (folder) await chmod(folder, 0o755);
  const server = folder ? await startEmbedded(folder) : null;
  const admin = server?.urlOf("postgres") ?? given ?? "";
  const name = `casebook_test_bench_${randomBytes(4).toString("hex")}`;
  await createDatabase(admin, name);
  const url = admin.replace(/\/[^/?]+(\?|$)/, `/${name}$1`);
  await migrate(url);
  process.env["DATABASE_URL"] = url;
  process.env["SECRET"] ??= randomBytes(32).toString("hex");
  const { loadReferenceLists } = await import("#prisma/seed/reference.ts");
  await loadReferenceLists();

  let closed: Promise<void> | null = null;
  const close = async () => {
    const { db } = await import("#lib/data/db.ts");
    await db.$disconnect();
    await dropDatabase(admin, name);
    await server?.stop();
    if (folder) await rm(folder, { recursive: true, force: true });
  };
  return { own: server && folder ? { server, folder } : null, close: () => (closed ??= close()) };
}
