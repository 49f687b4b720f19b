import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { resolve } from "node:path";

/**
 * Where npm packages are that one proof wants and that weigh more than all the site needs. They are installed beside the
 * project's own when they are not there, and nothing of theirs runs while they are.
 *
 * @param packages each with its version
 * @returns the folder that holds `node_modules`
 */
export async function installed(name: string, packages: readonly string[]): Promise<string> {
  const version = createHash("sha256").update(packages.join()).digest("hex").slice(0, 12);
  const folder = resolve("node_modules", ".cache", `casebook-${name}-${version}`);
  if (!existsSync(folder)) await install(folder, packages);
  return folder;
}

/** Aside and renamed, so that an installation cut short leaves nothing that looks finished. Of two at once, one is kept. */
async function install(folder: string, packages: readonly string[]): Promise<void> {
  const unfinished = `${folder}-${process.pid}`;
  const npm = process.env["npm_execpath"];
  const [command = "npm", ...args] = npm ? [process.execPath, npm] : ["npm"];
  const asked = ["install", "--prefix", unfinished, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync(command, [...args, ...asked, ...packages], { stdio: "inherit" });
  if (status !== 0) throw new Error(`npm could not install ${packages.join(", ")}`);
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }));
}

/** Sees that programs of Debian's are there, and installs them for root where they are not. @param programs each with its package; a path stands for itself. @throws when one is missing still */
export function ensurePrograms(programs: Record<string, string>): void {
  const isMissing = (one: string) => (one.startsWith("/") ? !existsSync(one) : spawnSync("which", [one]).status !== 0);
  const missing = () => Object.keys(programs).filter(isMissing);
  const packages = missing().map((program) => programs[program] ?? program);
  if (!packages.length) return;
  if (process.getuid?.() === 0) {
    const install = `apt-get install -y -qq --no-install-recommends ${packages.join(" ")}`;
    spawnSync("sh", ["-c", `${install} || { apt-get update -qq && ${install}; }`], {
      stdio: ["ignore", "ignore", "inherit"],
    });
  }
  if (missing().length) throw new Error(`Not to be found: ${missing().join(", ")}. Debian has: ${packages.join(" ")}`);
}
