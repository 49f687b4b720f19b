import { mkdir, realpath } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { Complaint } from "./complaint.ts";
import { lockFolder } from "./processes/lock.mjs";

/** Whoever was killed a moment ago may not have let go yet. */
const patience = { tries: 8, pauseMs: 250 };

/**
 * Takes a data folder for this process alone, until it ends.
 *
 * @returns the folder's real path
 * @throws Complaint when another process has it
 */
export async function takeDataFolder(path: string): Promise<string> {
  await mkdir(path, { recursive: true });
  const folder = await realpath(path);
  for (let left = patience.tries; left > 0; left--) {
    if (await lockFolder(folder, "data")) return folder;
    await sleep(patience.pauseMs);
  }
  throw new Complaint(`The data folder ${folder} is already in use by another Casebook.`);
}
