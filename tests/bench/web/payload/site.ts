import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { freePort } from "#tests/support/running-site.ts";
import type { Content } from "../content.ts";
import { ending } from "../ending.ts";
import type { Begun } from "../target.ts";

const run = promisify(execFile);
const ours = fileURLToPath(new URL("site", import.meta.url));
const most = 2 ** 26;

/**
 * A folder with the site and all it needs, which stays for the next time, since npm takes a while.
 *
 * @returns null where npm could not install it
 */
export async function installSite(): Promise<string | null> {
  const wanted = await readFile(join(ours, "package.json"), "utf8");
  const version = createHash("sha256").update(wanted).digest("hex").slice(0, 12);
  const site = join(tmpdir(), `casebook-payload-site-${version}`);
  await mkdir(site, { recursive: true });
  for (const made of ["app", ".next"]) await rm(join(site, made), { recursive: true, force: true });
  await cp(ours, site, { recursive: true });
  if (await isWhole(site)) return site;
  console.log("Installing Payload, which takes a minute and is kept in the folder for temporary files");
  try {
    await run("npm", ["install", "--prefix", site, "--no-audit", "--no-fund"], { cwd: site, maxBuffer: most });
  } catch {
    return null;
  }
  return site;
}

/** npm writes its own record last, so half an installation has none. */
const isWhole = (site: string) =>
  readFile(join(site, "node_modules", ".package-lock.json")).then(
    () => true,
    () => false,
  );

interface Filling {
  database: string;
  content: Content;
  /** For the file with the content. */
  folder: string;
}

export async function fillSite(site: string, { database, content, folder }: Filling): Promise<void> {
  const file = join(folder, "content.json");
  await writeFile(file, JSON.stringify(content));
  const env = { ...process.env, DATABASE_URL: database, NODE_ENV: "development" as const };
  const { stdout } = await run(process.execPath, ["fill.js", file], { cwd: site, env, maxBuffer: most });
  if (!stdout.includes(`filled with ${content.posts.length}`)) throw new Error(`Payload was not filled: ${stdout}`);
}

export async function buildSite(site: string, database: string): Promise<void> {
  await run(process.execPath, [next(site), "build"], { cwd: site, env: production(database), maxBuffer: most });
}

export async function startNext(begun: Begun, site: string, database: string) {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, [next(site), "start", "-H", "127.0.0.1", "-p", String(port)], {
    cwd: site,
    env: production(database),
    stdio: "ignore",
  });
  begun.defer(ending(server));
  for (let tries = 0; !(await answers(`${address}/case-studies`)); tries++) {
    if (tries === 100 || server.exitCode !== null) throw new Error("Payload does not answer");
    await wait(300);
  }
  return { address, pid: server.pid ?? 0 };
}

const next = (site: string) => join(site, "node_modules", "next", "dist", "bin", "next");

const production = (database: string) => ({
  ...process.env,
  DATABASE_URL: database,
  NODE_ENV: "production" as const,
  NEXT_TELEMETRY_DISABLED: "1",
});

const answers = (url: string) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
