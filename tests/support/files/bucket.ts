import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { installed } from "../installed.ts";

/**
 * A store with the interface of S3, from the npm registry. It is old and brings many others, so it is no dependency of
 * ours: it is installed beside, when it is wanted. Null where it cannot be.
 */
export async function openBucket() {
  const home = await installed("s3rver", ["s3rver@3.7.1"]).catch(() => null);
  if (!home) return null;
  const program = join(home, "node_modules/s3rver/bin/s3rver.js");
  const folder = await mkdtemp(join(tmpdir(), "bucket-"));
  const port = await freePort();
  const where = ["--address", "127.0.0.1", "--port", `${port}`, "--directory", folder, "--configure-bucket", "files"];
  const child = spawn(process.execPath, [program, ...where], { stdio: "ignore" });
  const exited = once(child, "exit");
  const address = `http://127.0.0.1:${port}`;
  for (let tried = 0; tried < 200 && !(await fetch(address).catch(() => null)); tried++) await sleep(50);
  const stop = async () => {
    child.kill("SIGKILL");
    await exited;
  };
  return {
    url: `http://S3RVER:S3RVER@127.0.0.1:${port}/files`,
    stop,
    close: async () => (await stop(), rm(folder, { recursive: true, force: true })),
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
