import { mkdir, realpath, rm, stat } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Complaint } from "./complaint.ts";

/**
 * Takes a data folder for this process alone, until it ends. The lock is a socket: whoever dies lets go of it.
 *
 * @returns the folder's real path
 * @throws Complaint when another process has it
 */
export async function takeDataFolder(path: string): Promise<string> {
  await mkdir(path, { recursive: true });
  const folder = await realpath(path);
  const { dev, ino } = await stat(folder, { bigint: true });
  const socket = socketFor(`casebook-${dev}-${ino}`);
  if ((await listen(socket)) || ((await isAbandoned(socket)) && (await listen(socket)))) return folder;
  throw new Complaint(`The data folder ${folder} is already in use by another Casebook.`);
}

/** On Linux a name without a file, which is gone with its process; elsewhere a file, which may outlive it. */
const socketFor = (name: string) => (process.platform === "linux" ? `\0${name}` : join(tmpdir(), `${name}.lock`));

/** @returns whether the socket is now ours */
function listen(socket: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer((visitor) => visitor.destroy());
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(false) : reject(error),
    );
    server.listen(socket, () => resolve(true)).unref();
  });
}

/** Whether a socket's file is all that is left of its process. If so it is removed. */
async function isAbandoned(socket: string): Promise<boolean> {
  const answered = await new Promise<boolean>((resolve) => {
    const probe = connect(socket);
    probe.once("connect", () => (probe.destroy(), resolve(true)));
    probe.once("error", () => resolve(false));
  });
  if (answered || socket.startsWith("\0")) return false;
  await rm(socket, { force: true });
  return true;
}
