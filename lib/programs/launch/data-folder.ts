import { createHash } from "node:crypto";
import { mkdir, realpath, rm } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Complaint } from "./complaint.ts";

/**
 * Takes a data folder for this process alone, until it ends. The lock is a socket: whoever dies lets go of it.
 *
 * @returns the folder's real path
 * @throws Complaint when another process has it
 */
export async function takeDataFolder(path: string): Promise<string> {
  await mkdir(path, { recursive: true });
  const folder = await realpath(resolve(path));
  const socket = join(tmpdir(), `casebook-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}.lock`);
  if (await isListening(socket))
    throw new Complaint(`The data folder ${folder} is already in use by another Casebook.`);
  await rm(socket, { force: true });
  await new Promise<void>((taken, failed) => {
    const server = createServer((visitor) => visitor.destroy());
    server.once("error", failed);
    server.listen(socket, taken).unref();
  });
  return folder;
}

function isListening(socket: string): Promise<boolean> {
  return new Promise((answer) => {
    const probe = connect(socket);
    probe.once("connect", () => (probe.destroy(), answer(true)));
    probe.once("error", () => answer(false));
  });
}
