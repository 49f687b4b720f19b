import { execFile } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
import { widths } from "#lib/domain/files/kinds.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { boundedNode } from "#lib/ops/bounded.ts";

const made = z.object({ width: z.number(), height: z.number(), widths: z.array(z.number()) });
export type MadePicture = z.output<typeof made>;

const limits = { ms: 60_000, seconds: 50, kilobytes: 2_500_000, heapMegabytes: 512, waiting: 12 };
const worker = "lib/data/files/pictures/worker.ts";

/**
 * Opens a picture in a process of its own and makes what pages use of it: a JPEG named "whole" and a WebP of each width that
 * it has room for. The folder has to be empty but for the picture. One at a time, as each takes much memory.
 */
export async function makeWidths(source: string, folder: string): Promise<Result<MadePicture, "damaged" | "busy">> {
  if (waiting >= limits.waiting) return refuse("busy");
  waiting += 1;
  const turn = last.then(() => run(source, folder)).finally(() => (waiting -= 1));
  last = turn.catch(() => undefined);
  return turn;
}

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

function run(source: string, folder: string): Promise<Result<MadePicture, "damaged">> {
  const root = process.cwd();
  const reads = ["node_modules", "lib/data/files/pictures", "package.json"].map((path) => join(root, path));
  const args = [
    "--permission",
    ...[...reads, folder].map((path) => `--allow-fs-read=${path}`),
    `--allow-fs-write=${folder}`,
    "--disable-warning=ExperimentalWarning",
    `--max-old-space-size=${limits.heapMegabytes}`,
    ...[join(root, worker), source, folder, ...widths.map(String)],
  ];
  const [command, all] = boundedNode(limits, args);
  const options = { timeout: limits.ms, killSignal: "SIGKILL", maxBuffer: 65_536, cwd: folder } as const;
  // Nothing of our settings is its business.
  const env = {} as NodeJS.ProcessEnv;
  return new Promise((resolve) => {
    execFile(command, all, { ...options, env, encoding: "utf8" }, (error, said) => {
      const read = error ? null : made.safeParse(parsed(said));
      resolve(read?.success ? ok(read.data) : refuse("damaged"));
    });
  });
}

function parsed(said: string): unknown {
  try {
    return JSON.parse(said);
  } catch {
    return null;
  }
}
