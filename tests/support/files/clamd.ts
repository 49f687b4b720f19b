import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect, createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Whether the scanner is installed here: it is no part of the site. */
export const hasClamd = spawnSync("clamd", ["--version"]).status === 0;

// In two pieces, so that nothing takes this file for what it describes.
export const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}", "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

/** The real scanner with one signature of our own, that of the harmless file all scanners are tried with. */
export async function openClamd() {
  const folder = await mkdtemp(join(tmpdir(), "clamd-"));
  const port = await freePort();
  const signature = `Eicar-Test:0:*:${Buffer.from(eicar).toString("hex")}\n`;
  await writeFile(join(folder, "eicar.ndb"), signature);
  const settings = ["Foreground yes", `DatabaseDirectory ${folder}`, `TCPSocket ${port}`, "TCPAddr 127.0.0.1"];
  const socket = join(folder, "clamd.sock");
  const config = join(folder, "clamd.conf");
  await writeFile(config, [...settings, `LocalSocket ${socket}`, "StreamMaxLength 20M"].join("\n"));
  const child = spawn("clamd", ["--config-file", config], { stdio: "ignore" });
  const exited = once(child, "exit");
  await answering(port);
  return {
    urls: { tcp: `tcp://127.0.0.1:${port}`, unix: `unix:${socket}` },
    async close() {
      child.kill("SIGKILL");
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function answering(port: number): Promise<void> {
  for (let tried = 0; tried < 300; tried++) {
    const socket = connect(port, "127.0.0.1");
    const open = await Promise.race([
      once(socket, "connect").then(() => true),
      once(socket, "error").then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (open) return;
    await sleep(100);
  }
  throw new Error("clamd did not start within half a minute");
}
