import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSite } from "#tests/support/running-site.ts";

export interface AttackedSite {
  address: string;
  port: number;
  /** The process it was begun with; its children do the work. */
  pid: number;
  /** All it has logged and printed since it was ready. */
  printed(): string;
  stop(): Promise<void>;
}

/** The site as `npm start` serves it with the demonstration, which believes a proxy on this machine about whom it asks for. */
export async function openAttackedSite(settings: Record<string, string> = {}): Promise<AttackedSite> {
  const filled = await filledFolder();
  const folder = await mkdtemp(join(tmpdir(), "casebook-attack-"));
  // With its owner, as the database runs as somebody else where we are root.
  execFileSync("cp", ["-a", `${filled}/.`, folder]);
  const site = await startSite({ DATA_DIR: folder, TRUSTED_PROXIES: "loopback", LOG_LEVEL: "info", ...settings });
  const before = site.printed().length;
  return {
    address: site.address,
    port: Number(new URL(site.address).port),
    pid: site.process.pid ?? 0,
    printed: () => site.printed().slice(before),
    async stop() {
      await site.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A data folder with the demonstration in it. Filling one takes a minute, so it is kept for the next proof. */
async function filledFolder(): Promise<string> {
  const kept = join(tmpdir(), `casebook-filled-${await fingerprint()}`);
  if (await stat(kept).catch(() => null)) return kept;
  const folder = `${kept}-${process.pid}`;
  await mkdir(folder);
  await chmod(folder, 0o755);
  const site = await startSite({ DATA_DIR: folder, JOBS: "off", LOG_LEVEL: "silent" });
  await site.stop();
  // Another that was quicker has the same in it.
  await rename(folder, kept).catch(() => rm(folder, { recursive: true, force: true }));
  return kept;
}

async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  for (const folder of ["prisma/migrations", "prisma/seed"]) {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.toSorted()) hash.update(file).update(await readFile(file));
  }
  return hash.digest("hex").slice(0, 16);
}
