import { findCurrentDownload, removeOldDownloads } from "#lib/data/downloads/downloads.ts";
import { getGeneration } from "#lib/data/generation.ts";
import type { DownloadFile } from "#lib/feeds/downloads/files.ts";
import { makeDownload } from "./make-download.ts";

type Made = Awaited<ReturnType<typeof makeDownload>>;

const underWay = new Map<string, Promise<Made>>();

/**
 * A file of the whole directory in which nothing is that was taken out since: the one that was made last, or a new one
 * where anything public has changed. However many ask, a process makes one at a time of each name; one that was begun
 * before whoever asks is waited for, and is enough if nothing has changed since.
 */
export async function ensureDownload(file: DownloadFile): Promise<Made> {
  const generation = await getGeneration();
  const current = await findCurrentDownload(file.name, generation);
  if (current) return current;
  const earlier = await underWay.get(file.name)?.catch(() => null);
  if (earlier && earlier.generation >= generation) return earlier;
  return underWay.get(file.name) ?? begin(file);
}

function begin(file: DownloadFile): Promise<Made> {
  const making = makeDownload(file).finally(() => underWay.delete(file.name));
  underWay.set(file.name, making);
  // What it takes the place of goes as well, or a busy day would fill the disk.
  void making.then(() => removeOldDownloads(new Date())).catch(() => undefined);
  return making;
}
