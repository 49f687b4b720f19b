import { findCurrentDownload } from "#lib/data/downloads/downloads.ts";
import { getGeneration } from "#lib/data/generation.ts";
import type { DownloadFile } from "#lib/feeds/downloads/files.ts";
import { makeDownload } from "./make-download.ts";

type Made = Awaited<ReturnType<typeof makeDownload>>;

const underWay = new Map<string, Promise<Made>>();

/**
 * A file of the whole directory in which nothing is that was taken out since: the one that was made last, or a new one
 * where anything public has changed. However many ask at once, one is made.
 */
export async function ensureDownload(file: DownloadFile): Promise<Made> {
  const generation = await getGeneration();
  const current = await findCurrentDownload(file.name, generation);
  if (current) return current;

  // Whoever asks after a change does not wait for one that was begun before it.
  const wanted = `${file.name} ${generation}`;
  const making = underWay.get(wanted) ?? makeDownload(file).finally(() => underWay.delete(wanted));
  underWay.set(wanted, making);
  return making;
}
