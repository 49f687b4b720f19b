import { removeOldDownloads } from "#lib/data/downloads/downloads.ts";
import { downloadFiles } from "#lib/feeds/downloads/files.ts";
import { makeDownload } from "./make-download.ts";

/**
 * Makes every file of the whole directory and removes those that came before. Also where nothing public has changed: the
 * site may have another name or other questions since, and otherwise the same bytes come of it.
 */
export async function makeDownloads(now = new Date()): Promise<void> {
  for (const file of downloadFiles) await makeDownload(file, now);
  await removeOldDownloads(now);
}
