import { mkdir, readdir, rm, statfs } from "node:fs/promises";
import { join } from "node:path";

const gigabyte = 1024 ** 3;
const shared = "/dev/shm";
const prefix = "casebook-check-";

/**
 * Takes a folder in memory for what programs write by the way: databases, uploads, what a browser shows. Making thousands of
 * files on a disk takes a tenth of all the time of the tests. It is only taken where there is plenty of memory.
 *
 * @param place where memory can be written to like a disk
 * @returns the folder, or null where the disk has to do
 */
export async function takeMemory(place = shared): Promise<string | null> {
  try {
    await leaveNothingOfTheDead(place);
    const { bavail, bsize } = await statfs(place);
    if (Math.min(bavail * bsize, process.availableMemory()) < 6 * gigabyte) return null;
    const folder = join(place, prefix + String(process.pid));
    // PostgreSQL may run as a user of its own, and makes its folders here.
    await mkdir(folder, { mode: 0o755 });
    return folder;
  } catch {
    return null;
  }
}

/** A run that was killed leaves its folder, which would fill the memory. */
async function leaveNothingOfTheDead(place: string): Promise<void> {
  for (const name of await readdir(place))
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length))))
      await rm(join(place, name), { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
