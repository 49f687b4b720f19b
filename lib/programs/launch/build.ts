import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Complaint } from "./complaint.ts";
import { lockFolder } from "./processes/lock.mjs";

const sources = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema.prisma",
  "next.config.ts",
  "package-lock.json",
  "tsconfig.json",
];
const record = ".next/casebook-sources";

/**
 * Builds the pages when anything they are made of has changed since the last build. Where another program builds them already, it
 * waits for that.
 *
 * @param report told when building begins
 * @param stopping ends the building
 * @throws Complaint when the build fails; what it printed is in the message
 */
export async function buildIfChanged(report: (line: string) => void, stopping?: AbortSignal): Promise<void> {
  const now = await fingerprint();
  if (await isBuilt(now)) return;
  report("Building the pages…");
  const letGo = await takeTurn(stopping);
  try {
    if (await isBuilt(now)) return;
    await build(stopping);
    await writeFile(record, now);
  } finally {
    letGo();
  }
}

const isBuilt = async (wanted: string) => (await readFile(record, "utf8").catch(() => "")) === wanted;

async function takeTurn(signal?: AbortSignal): Promise<() => void> {
  for (;;) {
    const letGo = await lockFolder(".", "build");
    if (letGo) return letGo;
    await sleep(250, undefined, { signal });
  }
}

async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  for (const source of sources)
    for (const file of await filesIn(source)) hash.update(file).update(await readFile(file));
  return hash.digest("hex");
}

async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => null);
  if (!entries) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

function build(signal?: AbortSignal): Promise<void> {
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
    ...(signal && { signal }),
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (printed += String(chunk)));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Complaint(`The build failed.\n${printed}`))));
  });
}
