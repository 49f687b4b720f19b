import { readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Whether the process that a data folder names as its server is that server. After a crash its number may belong to anybody, and
 * PostgreSQL's own tools take whoever has it for the server. A server works from within its data folder, so a process that is
 * elsewhere is none. Null where nobody says where it is: only Linux does, and only of a process that there is.
 */
export async function isServer(data: string): Promise<boolean | null> {
  const [pid = ""] = await linesOf(data).catch(() => []);
  const [folder, place] = await Promise.all([
    stat(data).catch(() => null),
    pid && stat(`/proc/${pid}/cwd`).catch(() => null),
  ]);
  return folder && place ? place.dev === folder.dev && place.ino === folder.ino : null;
}

/**
 * Makes PostgreSQL see that the server its data folder names is gone. The file stays, because it also names the shared memory
 * in which a killed server's last processes may still be at work; only its first line changes, to this process, whom
 * PostgreSQL knows as the one that starts it and never takes for a server.
 */
export async function disownServer(data: string): Promise<void> {
  const [, ...rest] = await linesOf(data);
  const unfinished = join(data, "postmaster.pid-new");
  await writeFile(unfinished, [process.pid, ...rest].join("\n"), { mode: 0o644 });
  await rename(unfinished, join(data, "postmaster.pid"));
}

const linesOf = async (data: string) => (await readFile(join(data, "postmaster.pid"), "utf8")).split("\n");
