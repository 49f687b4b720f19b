import { buffer } from "node:stream/consumers";
import type { listFiles } from "#lib/data/files/files.ts";
import { openStore, saidByStore } from "#lib/data/files/storage.ts";
import type { ShownFile, ShownPicture } from "./writing/content.ts";

type Kept = Awaited<ReturnType<typeof listFiles>>[number];

/**
 * Files as a document shows them. They are fetched one after another, as many at once would
 * take the store from others.
 *
 * @param addressOf where a file can be had, if its readers may have it
 * @returns "away" while they cannot be had
 */
export async function shownFiles(
  files: readonly Kept[],
  addressOf: (file: { id: string; name: string }) => string | null,
): Promise<Map<string, ShownFile> | "away"> {
  const shown = new Map<string, ShownFile>();
  for (const file of files) {
    const picture = await pictureOf(file);
    if (picture === "away") return picture;
    shown.set(file.id, { name: file.name, address: addressOf(file), picture });
  }
  return shown;
}

/** Pictures are kept as what every Word shows. One that is gone leaves its words. */
async function pictureOf({ key, type, width, height }: Kept): Promise<ShownPicture | "away" | null> {
  if (type !== "image/jpeg" || !width || !height) return null;
  const bytes = await saidByStore((await openStore()).getStream(key).then(buffer));
  if (bytes === null || bytes === "away") return bytes;
  return { type: "jpg", bytes: new Uint8Array(bytes), width, height };
}
