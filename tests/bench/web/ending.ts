import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

/** How a process is ended, and its end awaited, so that nobody uses its folder any more. */
export function ending(server: ChildProcess): () => Promise<void> {
  const ended = once(server, "exit");
  return async () => {
    server.kill();
    await ended;
  };
}
