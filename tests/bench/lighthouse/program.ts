import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const version = "13.5.0";

/**
 * Where Lighthouse begins. It is installed beside the project when it is not there: it is larger than all that the site needs, and
 * nobody else wants it.
 */
export async function findLighthouse(): Promise<string> {
  const folder = join(tmpdir(), `casebook-lighthouse-${version}`);
  if (!existsSync(folder)) await install(folder);
  return join(folder, "node_modules", "lighthouse", "cli", "index.js");
}

/** Aside and renamed, so that an installation cut short leaves nothing that looks finished. */
async function install(folder: string): Promise<void> {
  const unfinished = `${folder}-${process.pid}`;
  const npm = process.env["npm_execpath"];
  const [command, ...args] = npm ? [process.execPath, npm] : ["npm"];
  const asked = ["install", "--prefix", unfinished, `lighthouse@${version}`, "--no-audit", "--no-fund"];
  const { status } = spawnSync(command ?? "npm", [...args, ...asked], { stdio: "inherit" });
  if (status !== 0) throw new Error("Lighthouse could not be installed");
  await rename(unfinished, folder);
}
