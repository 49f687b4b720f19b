// @ts-check
import { realpath, rm, stat } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Takes a folder for this process alone, for one purpose, until it lets go or ends. The lock is a socket: whoever dies lets go of it.
 * The first step of every command uses it as well, under whatever Node the machine has.
 *
 * @param {string} folder
 * @param {string} purpose
 * @returns {Promise<(() => void) | null>} what lets go; null where another process has it
 */
export async function lockFolder(folder, purpose) {
  const { dev, ino } = await stat(await realpath(folder), { bigint: true });
  const socket = socketFor(`casebook-${purpose}-${dev}-${ino}`);
  const server = (await listen(socket)) ?? ((await isAbandoned(socket)) ? await listen(socket) : null);
  return server && (() => void server.close());
}

/**
 * On Linux a name without a file, which is gone with its process; elsewhere a file, which may outlive it.
 *
 * @param {string} name
 */
const socketFor = (name) => (process.platform === "linux" ? `\0${name}` : join(tmpdir(), `${name}.lock`));

/**
 * @param {string} socket
 * @returns {Promise<import("node:net").Server | null>} null where somebody else has the socket
 */
function listen(socket) {
  return new Promise((resolve, reject) => {
    const server = createServer((visitor) => visitor.destroy());
    server.once("error", (error) => ("code" in error && error.code === "EADDRINUSE" ? resolve(null) : reject(error)));
    server.listen(socket, () => resolve(server)).unref();
  });
}

/**
 * Whether a socket's file is all that is left of its process. If so it is removed.
 *
 * @param {string} socket
 */
async function isAbandoned(socket) {
  const answered = await new Promise((resolve) => {
    const probe = connect(socket);
    probe.once("connect", () => (probe.destroy(), resolve(true)));
    probe.once("error", () => resolve(false));
  });
  if (answered || socket.startsWith("\0")) return false;
  await rm(socket, { force: true });
  return true;
}
