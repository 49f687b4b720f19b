import { removeOldDownloads } from "#lib/data/downloads/downloads.ts";
import { downloadFiles } from "#lib/feeds/downloads/files.ts";
import { ensureDownload } from "./ensure-download.ts";

/** Has every file of the whole directory ready as it is now, and removes those that came before. */
export async function makeDownloads(now = new Date()): Promise<void> {
  for (const file of downloadFiles) await ensureDownload(file);
  await removeOldDownloads(now);
}
