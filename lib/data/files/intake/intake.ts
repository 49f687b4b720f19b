import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { readEnv } from "#lib/ops/env.ts";

const folder = () => resolve(readEnv().DATA_DIR, "uploads");

/** Gives a folder for what is being sent, and removes it with all that is in it, however the work ends. */
export async function withIntake<Answer>(work: (folder: string) => Promise<Answer>): Promise<Answer> {
  await mkdir(folder(), { recursive: true });
  const own = await mkdtemp(join(folder(), "upload-"));
  try {
    return await work(own);
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

/** Removes what was being sent to a process that was killed meanwhile. */
export async function removeAbandonedIntakes(before: Date): Promise<number> {
  const names = await readdir(folder()).catch(() => []);
  let removed = 0;
  for (const name of names.filter((one) => one.startsWith("upload-"))) {
    const path = join(folder(), name);
    const about = await stat(path).catch(() => null);
    if (!about || about.mtime > before) continue;
    await rm(path, { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}
