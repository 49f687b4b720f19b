import { chmod, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDatabase } from "#prisma/databases.ts";
import { startEmbedded } from "#prisma/embedded.ts";
import { migrate } from "#prisma/migrate.ts";
import { startSite } from "#tests/support/running-site.ts";

export interface AttackedSite {
  address: string;
  /** Where its renderer listens, behind the gate. */
  socket: string;
  stop(): Promise<void>;
}

/**
 * The site as `npm start` serves it from a database of its own with the reference lists, and no demonstration. This process reads and
 * writes the same database from here on: import what does only after this.
 *
 * @param settings besides those that make it so
 */
export async function openAttackedSite(settings: Record<string, string> = {}): Promise<AttackedSite> {
  const folder = await mkdtemp(join(tmpdir(), "casebook-attack-"));
  // PostgreSQL may run as a user of its own, which has to reach its data.
  await chmod(folder, 0o755);
  const embedded = await startEmbedded(join(folder, "postgres"));
  await createDatabase(embedded.urlOf("postgres"), "casebook");
  await migrate(embedded.urlOf("casebook"));
  const sockets = join(folder, "sockets");
  await mkdir(sockets);
  const shared = {
    DATABASE_URL: embedded.urlOf("casebook"),
    SECRET: "a secret for attacks, which is long enough",
    DATA_DIR: folder,
    FILES_DIR: join(folder, "files"),
    LOG_LEVEL: "silent",
    ...settings,
  };
  Object.assign(process.env, shared);
  const { loadReferenceLists } = await import("#prisma/seed/reference.ts");
  await loadReferenceLists();
  const site = await startSite({ ...shared, TMPDIR: sockets, JOBS: "off", TRUSTED_PROXIES: "loopback" });
  const [socket = ""] = (await readdir(sockets, { recursive: true })).filter((one) => one.endsWith("renderer-1.sock"));
  return {
    address: site.address,
    socket: join(sockets, socket),
    async stop() {
      await site.stop();
      const { db } = await import("#lib/data/db.ts");
      await db.$disconnect();
      await embedded.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
